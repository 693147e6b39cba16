"""Three yeses: somebody's days count, the birthday night celebrates them, and two find each other."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from openchair.kit.clock import now
from tests.journeys.conftest import NewPage, no_barriers
from tests.journeys.place import Place

pytestmark = pytest.mark.journey
NEAR = "Would you like to know others around where you are?"


def group_of(place: Place) -> str:
    """Where Harbour stands."""
    return f"/groups/{place.told['group']}/"


def begin_a_path(page: Page, label: str) -> None:
    """A week ago, so that something comes today, whatever day of the month it is."""
    page.goto("/paths/new/")
    page.locator("[name=label]").fill(label)
    page.get_by_label("Not at all").check()
    page.locator("[name=on]").fill(f"{now().date() - timedelta(days=7)}")
    page.get_by_role("button", name="Begin this path").click()


def say_yes(page: Page, place: Place, question: str, answer: str) -> None:
    """One of the three questions."""
    page.goto(f"{group_of(place)}together/")
    page.get_by_role("link", name="What counts of yours").click()
    page.get_by_role("group", name=question).get_by_label(answer).check()
    page.get_by_role("button", name="Keep this").click()
    expect(page.get_by_text("Kept. You can change it here at any time.")).to_be_visible()


def test_two_find_each_other_without_script_and_one_asks(place: Place, page_of: NewPage) -> None:
    ben, chidi = (page_of(name, script=False) for name in ("ben", "chidi"))
    ben.goto("/today/")
    ben.get_by_role("link", name="How many are here today").click()
    expect(ben.get_by_text("From ten people on")).to_be_visible()
    say_yes(ben, place, NEAR, "Yes: The first month")
    ben.get_by_role("link", name="People around where you are").click()
    expect(ben.get_by_text("Nobody else just now.")).to_be_visible()
    say_yes(chidi, place, NEAR, "Yes: The first month")
    ben.reload()
    ben.get_by_role("link", name="Ask to be companions · Chidi").click()
    expect(ben.get_by_label("Whom would you like to ask?")).to_have_value(ben.url.partition("member=")[2])
    ben.get_by_role("button", name="Ask them").click()
    expect(ben.get_by_text("Asked. If there is no answer")).to_be_visible()
    say_yes(chidi, place, NEAR, "No")
    ben.goto(f"{group_of(place)}together/around/")
    expect(ben.get_by_text("Nobody else just now.")).to_be_visible()


def test_the_birthday_night_celebrates_who_asked_for_it(place: Place, page_of: NewPage) -> None:
    amara, ben = page_of("amara", wide=True), page_of("ben", dark=True)
    begin_a_path(ben, "Wine")
    ben.goto(f"{group_of(place)}together/mine/")
    no_barriers(ben)
    say_yes(ben, place, "Shall the birthday night celebrate you?", "Yes, by “Wine”")
    no_barriers(ben)
    amara.goto(f"{group_of(place)}together/")
    amara.get_by_role("link", name="The birthday night").press("Enter")
    expect(amara.get_by_role("heading", name="Birthday night")).to_be_visible()
    expect(amara.get_by_role("list", name="Who is celebrated").get_by_text("Ben")).to_be_visible()
    expect(amara.get_by_role("img", name="A chip for")).to_be_visible()
    expect(amara.get_by_role("button", name="Print")).to_be_visible()
    no_barriers(amara)
    amara.get_by_label("Who helps with the birthday night?").select_option("Chidi")
    amara.get_by_role("button", name="Give them the sheet").press("Enter")
    expect(amara.get_by_text("Chidi sees this sheet now.")).to_be_visible()
    ben.goto("/moments/")
    with ben.expect_navigation():
        ben.get_by_role("button", name="Keep").first.click()
    amara.reload()
    expect(amara.get_by_text("Nobody has asked to be celebrated this month.")).to_be_visible()
    for page, where in ((amara, "/together/"), (ben, f"{group_of(place)}together/around/")):
        page.goto(where)
        no_barriers(page)
