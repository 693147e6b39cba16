"""A shared computer keeps nothing: no store, no word in its folder, no session after a quarter of an hour."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.cast import WORDS as SIGN_IN_WORDS
from tests.journeys.conftest import CHROMIUM, FLAGS, PHONE
from tests.journeys.place import Place
from tests.journeys.unseen.conftest import KEPT_FOR_BACK, NewVisit
from tests.world import WORDS as SHOWN

pytestmark = pytest.mark.journey

TYPED = "the heron at the far lock"
# Everything a page may put away; there is no store that we declared, so each is empty.
STORES = """async () => ({
  local: {...localStorage}, session: {...sessionStorage},
  databases: (await indexedDB.databases()).map((one) => one.name), caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
EMPTY = {"local": {}, "session": {}, "databases": [], "caches": [], "workers": 0}


@contextmanager
def a_computer(playwright: Playwright, place: Place, folder: Path, *more: str) -> Iterator[BrowserContext]:
    """A browser with a folder of its own on the disk, as on the computer of a library."""
    context = playwright.chromium.launch_persistent_context(
        folder,
        executable_path=CHROMIUM,
        args=[*FLAGS, *more],
        ignore_default_args=KEPT_FOR_BACK,
        base_url=place.origin,
        viewport=PHONE,
    )
    yield context
    context.close()


def signs_in(page: Page, place: Place) -> None:
    """Ben, on a shared computer."""
    page.goto("/sign-in/")
    page.get_by_label("A shared computer").check()
    page.get_by_label("Sign-in name").fill(place.told["handle"])
    page.get_by_label("Your words").fill(SIGN_IN_WORDS)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_role("navigation", name="Main").wait_for()


def reads_and_writes(page: Page, place: Place) -> None:
    """A page of the group, the look of pages, and words that are typed and not sent."""
    page.goto(f"/groups/{place.told['group']}/")
    expect(page.get_by_role("heading", name="Harbour").first).to_be_visible()
    page.goto("/display/")
    page.get_by_label("Always “Notes”").check()
    page.get_by_role("button", name="Keep this").click()
    page.goto(f"/rooms/{place.told['room']}/")
    page.get_by_role("textbox", name="Your words").fill(TYPED)


def found_in(folder: Path, words: tuple[str, ...]) -> set[str]:
    """Which of these words can be read in a folder's files, as UTF-8 or as UTF-16: browsers store both."""
    found = set[str]()
    for path in (one for one in folder.rglob("*") if one.is_file()):
        held = path.read_bytes()
        found |= {word for word in words if word.encode() in held or word.encode("utf-16-le") in held}
    return found


@pytest.mark.requirement("S38")
@pytest.mark.requirement("S92")
def test_after_signing_out_the_browsers_folder_holds_no_word(
    place: Place, playwright: Playwright, tmp_path: Path
) -> None:
    secret = (*SHOWN, place.told["handle"], TYPED, SIGN_IN_WORDS, "Open Chair")
    with a_computer(playwright, place, tmp_path) as computer:
        page = computer.new_page()
        signs_in(page, place)
        reads_and_writes(page, place)
        assert {cookie["expires"] for cookie in computer.cookies()} == {-1}
        assert page.evaluate(STORES) == EMPTY
        page.goto("/me/")
        page.get_by_role("button", name="Sign out on this device").click()
        page.wait_for_url("**/")
        assert {cookie["name"] for cookie in computer.cookies()} <= {"csrf", "said"}
        assert page.evaluate(STORES) == EMPTY
    assert found_in(tmp_path, (f"localhost:{place.port}",))  # the history is there, and says where, not what
    assert found_in(tmp_path, secret) == set()


@pytest.mark.requirement("S14")
@pytest.mark.requirement("S38")
def test_tabs_that_the_browser_brings_back_show_nothing(
    place: Place, playwright: Playwright, tmp_path: Path
) -> None:
    with a_computer(playwright, place, tmp_path) as computer:
        page = computer.new_page()
        signs_in(page, place)
        page.goto("/me/blocked/")
        other = computer.new_page()
        other.goto("/me/")
        other.get_by_role("button", name="Sign out on this device").click()
        other.wait_for_url("**/")
    with a_computer(playwright, place, tmp_path, "--restore-last-session") as computer:
        page = computer.new_page()
        page.goto("/blank/")
        for tab in computer.pages:
            expect(tab.get_by_role("navigation", name="Main")).to_have_count(0)
        page.goto("/me/blocked/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


@pytest.mark.requirement("S38")
def test_after_a_quarter_of_an_hour_it_asks_who_is_there(place: Place, visit: NewVisit) -> None:
    page = visit("shared")
    page.goto("/today/")
    page.goto("/me/")
    try:
        place.pass_time(16 * 60)
        page.go_back(wait_until="commit")
        expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    finally:
        place.pass_time(0)


@pytest.mark.requirement("S91")
@pytest.mark.requirement("S92")
def test_no_page_leaves_anything_in_a_store_of_the_browser(visit: NewVisit, private_pages: list[str]) -> None:
    page = visit()
    assert len(private_pages) > 30
    for path in private_pages:
        page.goto(path)
        assert page.evaluate(STORES) == EMPTY, path
