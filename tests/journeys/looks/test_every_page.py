"""Every page that a stranger comes to by following links, on the smallest phone, in light and dark."""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.journeys.conftest import NewPage, no_barriers
from tests.journeys.looks.test_gallery import overflow, too_small
from tests.journeys.place import Place

pytestmark = pytest.mark.journey
FROM = ("/", "/today/", "/meetings/", "/groups/", "/me/", "/help/", "/sign-in/", "/recover/")
SMALLEST: ViewportSize = {"width": 320, "height": 640}
LEADS_AWAY = re.compile(r"/(away|blank|static|gallery)/|\.(txt|csv|json|ics)$")


def walk(page: Page, origin: str, starts: tuple[str, ...]) -> Iterator[str]:
    """Opens one page of each kind that can be reached by links, and tells its path."""
    todo, seen = list(starts), Counter[str]()
    while todo:
        path = todo.pop(0)
        kind = re.sub(r"/(?=\w*\d)\w{16}/|/\d{8}T\w+/|/\d{4}-\d\d-\d\d/", "/*/", path)
        seen[kind] += 1
        if seen[kind] > 1 or LEADS_AWAY.search(path):
            continue
        answer = page.goto(path)
        assert answer is not None and answer.status == 200, path
        yield path
        links = page.eval_on_selector_all("a[href]", "all => all.map((one) => one.href)")
        todo += [urlsplit(link).path for link in links if link.startswith(origin)]


def faults(page: Page, path: str) -> list[str]:
    """What is cut off or too small for a thumb here; what is a barrier, in light or dark, raises."""
    no_barriers(page)
    page.emulate_media(color_scheme="dark")
    no_barriers(page, only=["color-contrast"])
    page.emulate_media(color_scheme="light")
    wider = overflow(page)
    return [f"{path}: {one}" for one in [*(["is too wide"] if wider > 0 else []), *too_small(page)]]


def test_what_everybody_can_see_fits_the_smallest_phone_and_has_no_barrier(
    place: Place, page_of: NewPage
) -> None:
    """Pages behind the door: unseen/test_without_a_mouse.py."""
    page = page_of("")
    page.emulate_media(reduced_motion="reduce")  # colours change at once, not through ones in between
    page.set_viewport_size(SMALLEST)
    found = {path: faults(page, path) for path in walk(page, place.origin, FROM)}
    assert len(found) >= 12 and [fault for one in found.values() for fault in one] == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("wide", [False, True], ids=["phone", "desk"])
def test_a_room_in_light_and_dark(place: Place, page_of: NewPage, *, dark: bool, wide: bool) -> None:
    page = page_of("amara", dark=dark, wide=wide)
    page.goto(f"/meetings/{place.told['meeting']}/door/")
    page.locator("main form button").first.click()
    page.get_by_role("button", name="Say this line").click()
    page.get_by_role("log").get_by_text("Welcome, everyone.").first.wait_for()
    for part in page.locator("#run summary").all():
        part.click()

    assert overflow(page) <= 0 and too_small(page) == []
    no_barriers(page)
