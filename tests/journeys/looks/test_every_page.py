"""Every page that somebody comes to by following links, on the smallest phone, in light and dark."""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import NewPage, no_barriers
from tests.journeys.looks.test_gallery import overflow, too_small
from tests.journeys.place import Place

pytestmark = pytest.mark.journey
FROM = ("/", "/today/", "/meetings/", "/groups/", "/me/", "/help/", "/sign-in/", "/recover/")
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


@pytest.mark.long
@pytest.mark.parametrize(("name", "least"), [("", 12), ("amara", 35)])
def test_nothing_is_cut_off_too_small_or_a_barrier(
    place: Place, page_of: NewPage, name: str, least: int
) -> None:
    page = page_of(name)
    page.emulate_media(reduced_motion="reduce")  # colours change at once, not through ones in between
    page.set_viewport_size({"width": 320, "height": 640})
    door = f"/meetings/{place.told['meeting']}/door/"
    looked_at = 0

    for path in walk(page, place.origin, (*FROM, door) if name else FROM):
        assert overflow(page) <= 0, path
        assert too_small(page) == [], path
        no_barriers(page)
        page.emulate_media(color_scheme="dark")
        no_barriers(page, only=["color-contrast"])
        page.emulate_media(color_scheme="light")
        looked_at += 1

    assert looked_at >= least


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
