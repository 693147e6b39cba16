"""The page is covered when its reader looks elsewhere, and comes back by one tap."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import no_barriers
from tests.journeys.place import Place
from tests.journeys.unseen.conftest import NewVisit, begin_now
from tests.journeys.unseen.window import Tab, Window

pytestmark = pytest.mark.journey
COVERED = """[[1, 1], [innerWidth - 2, 1], [1, innerHeight - 2], [innerWidth / 2, innerHeight / 2]].every(
  ([x, y]) => document.querySelector('dialog.cover[open]')?.contains(document.elementFromPoint(x, y)))"""
FOCUS = "document.activeElement.textContent.trim()"
ENTER, ESCAPE = ("Enter", 13), ("Escape", 27)


def opened(browser: Browser, place: Place, kind: str, **chosen: str) -> Tab:
    """Me, in front, with the focus on the way to the devices."""
    token = place.told[kind].pop()
    begin_now(place, token)
    tab = Window.of(browser).tab(f"{place.origin}/me/", {"oc": token, **chosen})
    tab.until("document.hasFocus() && !document.hidden")
    tab.says("document.querySelector('[href=\"/me/devices/\"]').focus()")
    return tab


def looks_elsewhere(tab: Tab, place: Place) -> None:
    """Another tab comes to the front."""
    tab.window.tab(f"{place.origin}/blank/", {})
    tab.until("document.hidden || !document.hasFocus()")


def look_elsewhere(page: Page) -> None:
    """The reader turns to another window, once the cover is there to come down."""
    page.bring_to_front()
    expect(page.locator("page-cover:defined")).to_be_attached()
    page.evaluate("dispatchEvent(new Event('blur'))")


@pytest.mark.parametrize("key", [ENTER, ESCAPE])
def test_on_a_shared_computer_the_page_is_covered_while_one_looks_elsewhere(
    browser: Browser, place: Place, key: tuple[str, int]
) -> None:
    tab = opened(browser, place, "shared")
    before = tab.says(FOCUS)
    assert tab.says(COVERED) is False and "Devices" in str(before)
    looks_elsewhere(tab, place)
    tab.until(COVERED)
    tab.to_front()
    tab.until("document.hasFocus()")
    assert tab.says(COVERED) is True and tab.says(FOCUS) == "Show the page again"
    tab.press(*key)
    tab.until("!document.querySelector('dialog.cover').open")
    assert tab.says(FOCUS) == before


@pytest.mark.parametrize(
    ("kind", "chosen", "covered"),
    [("own", {}, False), ("own", {"cover": "on"}, True), ("shared", {"cover": "off"}, False)],
)
def test_elsewhere_it_is_as_its_reader_chose(
    browser: Browser, place: Place, kind: str, chosen: dict[str, str], covered: bool
) -> None:
    tab = opened(browser, place, kind, **chosen)
    looks_elsewhere(tab, place)
    assert tab.says(COVERED) is covered


def test_the_cover_tells_a_screen_reader_nothing_of_the_page(visit: NewVisit) -> None:
    page = visit("shared")
    page.goto("/me/")
    look_elsewhere(page)
    again = page.get_by_role("button", name="Show the page again")
    expect(again).to_be_focused()
    told = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    names = {node["name"]["value"] for node in told if not node["ignored"] and "name" in node}
    assert "Show the page again" in names and not [name for name in names if "Devices" in name]
    no_barriers(page)
    again.click()
    expect(again).to_be_hidden()


def test_shift_three_times_leaves_from_under_the_cover_too(visit: NewVisit) -> None:
    page = visit("shared")
    page.goto("/me/")
    look_elsewhere(page)
    for _time in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("**/blank/")
    assert "Devices" not in page.locator("body").inner_text()
