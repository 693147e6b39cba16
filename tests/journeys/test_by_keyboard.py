"""A meeting without a mouse: everything can be reached, and nothing takes the focus away."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.circle import Guest
from tests.journeys.conftest import NewPage
from tests.journeys.place import Place

pytestmark = pytest.mark.journey

MOST_TABS = 40


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the button of that name has the focus."""
    button = page.get_by_role("button", name=name).first
    for _step in range(MOST_TABS):
        page.keyboard.press("Tab")
        if button.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"{name} cannot be reached by Tab")


@pytest.mark.requirement("S90")
def test_a_member_asks_to_speak_and_speaks_by_keyboard_alone(place: Place, page_of: NewPage) -> None:
    amara, ben = Guest("Amara", page_of("amara", wide=True)), Guest("Ben", page_of("ben"))
    amara.come_in(place, "Open the room")
    ben.come_in(place)
    tab_to(ben.page, "Ask to speak")
    ben.page.keyboard.press("Enter")
    ben.sees("You are number 1.")
    amara.press("Invite")
    ben.sees("Ben, it’s your turn.")
    tab_to(ben.page, "Send")
    ben.page.keyboard.press("Shift+Tab")
    ben.page.keyboard.type("typed without a mouse")
    tab_to(ben.page, "Send")
    ben.page.keyboard.press("Enter")
    amara.hears("typed without a mouse")


def test_the_chair_keeps_the_focus_while_the_room_changes(place: Place, page_of: NewPage) -> None:
    amara, ben = Guest("Amara", page_of("amara", wide=True)), Guest("Ben", page_of("ben"))
    amara.come_in(place, "Open the room")
    tab_to(amara.page, "Next:")
    amara.page.keyboard.press("Enter")
    amara.sees("Step 2 of 12")
    ben.come_in(place)
    ben.press("Ask to speak")
    amara.sees("has not spoken yet")
    expect(amara.page.get_by_role("button", name="Next:")).to_be_focused()
    amara.page.keyboard.press("Enter")
    amara.sees("Step 3 of 12")


def test_what_is_being_typed_is_not_touched_by_what_arrives(place: Place, page_of: NewPage) -> None:
    amara, ben = Guest("Amara", page_of("amara", wide=True)), Guest("Ben", page_of("ben"))
    amara.come_in(place, "Open the room")
    ben.come_in(place)
    ben.press("Ask to speak")
    amara.press("Invite")
    ben.sees("Ben, it’s your turn.")
    words = ben.page.get_by_role("textbox", name="Your words")
    words.fill("half a sent")
    amara.press("Say this line")
    ben.hears("Welcome, everyone.")
    expect(words).to_be_focused()
    expect(words).to_have_value("half a sent")
