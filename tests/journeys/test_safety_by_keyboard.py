"""What keeps people safe needs no mouse, is large enough for a shaking hand, and never moves."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.circle import Guest
from tests.journeys.conftest import NewPage, no_barriers
from tests.journeys.place import Place

pytestmark = pytest.mark.journey

MOST_TABS = 60
LARGE = 44  # CSS pixels (WCAG 2.2, 2.5.5)

STILL = """() => document.getAnimations().filter((one) =>
  one.playState === 'running' && one.effect.getComputedTiming().duration > 1).length"""


def tab_to(page: Page, control: Locator) -> None:
    """Press Tab until the control has the focus; it can be seen and is large."""
    for _step in range(MOST_TABS):
        page.keyboard.press("Tab")
        if control.evaluate("one => one === document.activeElement"):
            box = control.bounding_box()
            assert box is not None and box["height"] >= LARGE and box["width"] >= LARGE
            return
    raise AssertionError(f"{control} cannot be reached by Tab")


@pytest.fixture
def room(place: Place, page_of: NewPage) -> tuple[Guest, Guest, Guest]:
    """Amara leads, Ben and Eli are in the circle, and everyone may write; nobody wants things to move."""
    guests = (
        Guest("Amara", page_of("amara", wide=True)),
        Guest("Ben", page_of("ben")),
        Guest("Eli", page_of("eli")),
    )
    for guest in guests:
        guest.page.emulate_media(reduced_motion="reduce")
        guest.come_in(place, "Open the room" if guest.name == "Amara" else "Go in")
    guests[0].opens("Door and chat")
    guests[0].press("Everyone, at any time")
    guests[2].sees("Your words")
    return guests


@pytest.mark.requirement("S90")
def test_telling_the_hosts_and_blocking_need_no_mouse(room: tuple[Guest, Guest, Guest]) -> None:
    _amara, ben, eli = room
    eli.says("something unkind")
    ben.hears("something unkind")
    tab_to(ben.page, ben.page.get_by_role("link", name="About what Eli said"))
    ben.page.keyboard.press("Enter")
    expect(ben.page.get_by_role("button", name="Block")).to_be_visible()
    no_barriers(ben.page)
    tell = ben.page.get_by_role("link", name=re.compile("Tell the hosts"))
    tab_to(ben.page, tell)
    ben.page.keyboard.press("Enter")
    expect(ben.page.get_by_role("radio").first).to_be_visible()
    no_barriers(ben.page)
    ben.page.get_by_role("radio").first.focus()
    ben.page.keyboard.press("Space")
    tab_to(ben.page, ben.page.get_by_role("button", name=re.compile("Tell|Send")))
    ben.page.keyboard.press("Enter")
    expect(ben.page).to_have_url(re.compile("/reports/|/receipt"))
    assert ben.page.evaluate(STILL) == 0


@pytest.mark.requirement("S90")
def test_the_calm_room_begins_and_ends_without_a_mouse(room: tuple[Guest, Guest, Guest]) -> None:
    amara, ben, _eli = room
    tab_to(amara.page, amara.page.get_by_role("button", name="Calm Room"))
    amara.page.keyboard.press("Enter")
    amara.sees("A quiet moment")
    no_barriers(amara.page)
    assert amara.page.evaluate(STILL) == 0 == ben.page.evaluate(STILL)
    tab_to(amara.page, amara.page.get_by_role("button", name=re.compile("Resume|Go on")))
    amara.page.keyboard.press("Enter")
    expect(amara.page.get_by_text("A quiet moment")).to_have_count(0)


@pytest.mark.requirement("S90")
def test_help_and_leaving_are_the_first_things_one_comes_to(room: tuple[Guest, Guest, Guest]) -> None:
    _amara, ben, _eli = room
    for control in (
        ben.page.get_by_role("link", name="Help now").first,
        ben.page.get_by_role("button", name="Leave this site"),
    ):
        tab_to(ben.page, control)
    ben.page.keyboard.press("Enter")
    expect(ben.page).to_have_url(re.compile("/blank/$"))
