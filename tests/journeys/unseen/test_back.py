"""BACK, FORWARD and the history show nothing of a page once its reader has gone."""

from collections.abc import Callable
from itertools import cycle

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.place import Place
from tests.journeys.unseen.conftest import NewVisit, end_elsewhere, in_session
from tests.world import WORDS

pytestmark = pytest.mark.journey
Way = Callable[[Place, Page], None]
WEATHER = "https://weather.example/today"
AT_ONCE = 8  # pages of one visit; BACK is pressed once more: some ways of leaving show a page of their own


def sign_out(_place: Place, page: Page) -> None:
    page.goto("/me/")
    page.get_by_role("button", name="Sign out on this device").click()
    page.wait_for_url("**/")


def press_leave(_place: Place, page: Page) -> None:
    page.get_by_role("button", name="Leave this site").click()
    page.wait_for_url("**/blank/")


def press_shift(_place: Place, page: Page) -> None:
    for _time in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("**/blank/")


def sign_in_again(place: Place, page: Page) -> None:
    """The same browser, with nothing of the session that has ended, in a new one."""
    page.context.clear_cookies()
    page.context.add_cookies([{"name": "oc", "value": place.told["own"].pop(), "url": place.origin}])


def seen_on(page: Page) -> list[str]:
    """What can be seen and belongs to somebody who is signed in."""
    expect(page.locator("html:not(.blank)")).to_be_attached()
    while page.evaluate("document.readyState") != "complete":
        page.wait_for_timeout(10)
    seen = page.locator("body").inner_text()
    doors = page.get_by_role("navigation", name="Main").all_inner_texts()
    return [word for word in WORDS if word in seen] + doors


@pytest.mark.long
@pytest.mark.requirement("S14")
def test_back_shows_no_private_page_of_any_kind(
    place: Place, visit: NewVisit, private_pages: list[str]
) -> None:
    assert len(private_pages) > 30
    page, ways = visit(), (sign_out, press_leave, press_shift)
    for first, go in zip(range(0, len(private_pages), AT_ONCE), cycle(ways), strict=False):
        for path in private_pages[first : first + AT_ONCE]:
            answer = page.goto(path)
            assert answer and answer.status == 200 and page.get_by_role("heading").count(), path
        go(place, page)
        steps = [page.go_back] * (AT_ONCE + 1)
        if first < len(ways) * AT_ONCE:  # once for each way: FORWARD shows what BACK has shown
            steps += [page.go_forward] * (AT_ONCE + 1)
        for step in steps:
            step(wait_until="commit")  # a page that was kept never loads
            assert seen_on(page) == []
        sign_in_again(place, page)


@pytest.mark.long
@pytest.mark.requirement("S14")
def test_a_page_that_the_browser_kept_shows_nothing_once_its_session_ended_elsewhere(
    place: Place, visit: NewVisit, private_pages: list[str]
) -> None:
    kept: list[str] = []
    page = visit()
    page.on("console", lambda message: kept.append(message.text))
    for path in private_pages:
        page.goto(path)  # alone: the form key of a second page would make the browser give up the first
        page.goto("/blank/")
        end_elsewhere(place, page)
        page.go_back(wait_until="commit")
        assert seen_on(page) == [], path
        sign_in_again(place, page)
    shown = [line for line in kept if line.startswith("kept page")]
    assert set(shown) == {"kept page: none"} and len(shown) > len(private_pages) // 2


@pytest.mark.requirement("S14")
def test_back_still_works_for_who_is_signed_in_and_shows_what_is_true_now(
    place: Place, visit: NewVisit
) -> None:
    page, kept = visit(), list[str]()
    page.on("console", lambda message: kept.append(message.text))
    page.goto(f"/groups/{place.told['group']}/alias/")
    page.get_by_role("textbox").fill("Amaryllis")
    for elsewhere, times_kept in (("/blank/", 1), ("/me/", 1)):
        page.goto(elsewhere)
        page.go_back(wait_until="commit")
        expect(page.get_by_role("textbox")).to_have_value("Amara")
        assert kept.count("kept page: none") == times_kept


@pytest.mark.requirement("S14")
@pytest.mark.parametrize("go", [sign_out, press_leave])
def test_without_script_back_shows_nothing_either(
    visit: NewVisit, private_pages: list[str], go: Way, place: Place
) -> None:
    for first in range(0, len(private_pages), 5 * AT_ONCE):
        page = visit(script=False)
        for path in private_pages[first : first + AT_ONCE]:
            page.goto(path)
        go(place, page)
        for _step in range(AT_ONCE):
            page.go_back(wait_until="commit")
            assert seen_on(page) == []


@pytest.mark.requirement("S14")
def test_leaving_leaves_in_every_tab(visit: NewVisit) -> None:
    page = visit()
    page.goto("/me/")
    other = page.context.new_page()
    other.goto("/groups/")
    page.get_by_role("button", name="Leave this site").click()
    other.wait_for_url("**/blank/")
    assert seen_on(other) == []


PRESS_AND_LOOK = (
    "document.querySelector('leave-site button').click(); document.body.innerText + document.title"
)


@pytest.mark.requirement("S14")
def test_on_a_slow_line_the_page_is_blank_at_once_and_the_session_still_ends(
    place: Place, browser: Browser, visit: NewVisit
) -> None:
    page = visit()
    [token] = [cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "oc"]
    page.goto("/me/")
    line = page.context.new_cdp_session(page)
    slow = {"offline": False, "latency": 2000, "downloadThroughput": 2000, "uploadThroughput": 2000}
    line.send("Network.emulateNetworkConditions", slow)
    assert page.evaluate(PRESS_AND_LOOK).strip() == ""
    page.wait_for_url("**/blank/")
    later = in_session(browser, place, token)
    later.wait_for_timeout(3000)
    later.goto("/me/")
    expect(later.get_by_role("heading", level=1)).to_have_text("Sign in")
    later.context.close()


def test_leaving_leads_to_the_stewards_page_with_and_without_script(visit: NewVisit) -> None:
    steward = visit()
    steward.goto("/place/")
    steward.get_by_label("Where “Leave this site” goes").fill(WEATHER)
    steward.get_by_role("button", name="Save changes").click()
    steward.get_by_text("Saved.").wait_for()
    for script in (True, False):
        page = visit(script=script)
        page.route(WEATHER, lambda route: route.fulfill(body="<p>Sun, 20°", content_type="text/html"))
        page.goto("/me/")
        page.get_by_role("button", name="Leave this site").click()
        page.wait_for_url(WEATHER)
        page.go_back(wait_until="commit")
        assert seen_on(page) == []
    steward.get_by_label("Where “Leave this site” goes").fill("")
    steward.get_by_role("button", name="Save changes").click()
    steward.get_by_text("Saved.").wait_for()
