"""The room changes under a hand that is pressing, and what was pressed happens all the same."""

from datetime import timedelta

import pytest
from playwright.sync_api import Locator, expect

from openchair.kit.clock import now
from tests.journeys.circle import Guest
from tests.journeys.conftest import NewPage
from tests.journeys.place import Place

pytestmark = pytest.mark.journey


@pytest.fixture
def room(place: Place, page_of: NewPage) -> tuple[Guest, Guest]:
    """Amara leads, and Ben is in the circle."""
    amara, ben = Guest("Amara", page_of("amara", wide=True)), Guest("Ben", page_of("ben"))
    amara.come_in(place, "Open the room")
    ben.come_in(place)
    amara.sees("2 people here")
    return amara, ben


Room = tuple[Guest, Guest]


def begins_to_press(guest: Guest, control: Locator) -> None:
    """Press and hold: no time goes by for this page until `lets_go`."""
    control.hover()
    guest.page.clock.install()
    guest.page.clock.pause_at(now() + timedelta(hours=1))
    guest.page.mouse.down()


def lets_go(guest: Guest) -> None:
    guest.page.mouse.up()
    guest.page.clock.resume()


def test_a_part_unfolds_and_a_button_is_heard_though_a_hand_was_raised_meanwhile(room: Room) -> None:
    amara, ben = room
    begins_to_press(amara, amara.page.locator("summary").filter(has_text="Door and chat"))
    ben.press("Ask to speak")
    expect(amara.page.locator("#now").get_by_text("Ben")).to_be_visible()
    expect(amara.page.locator("#run").get_by_text("No hands are raised.")).to_be_visible()
    lets_go(amara)
    expect(amara.page.locator("#run").get_by_text("has not spoken yet")).to_be_visible()
    begins_to_press(amara, amara.page.get_by_role("button", name="Everyone, at any time"))
    ben.press("Put my hand down")
    expect(amara.page.locator("#now").get_by_text("Ben")).to_have_count(0)
    lets_go(amara)
    ben.sees("Your words")
    amara.sees("No hands are raised.")


@pytest.mark.requirement("S25")
def test_the_calm_room_waits_for_nobodys_hand(room: Room) -> None:
    amara, ben = room
    amara.opens("Ben")
    amara.press("Co-host")
    ben.sees("Amara leads.")
    for guest in room:
        begins_to_press(guest, guest.page.locator("summary").filter(has_text="Door and chat"))
    calm = ben.page.get_by_role("button", name="Calm Room")
    calm.focus()
    calm.press("Enter")
    for guest in room:
        expect(guest.page.get_by_role("heading", name="A quiet moment")).to_be_visible()
