"""Somebody does harm in a room, and those who look after it have one tap for it."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.circle import Guest
from tests.journeys.conftest import NewPage, no_barriers
from tests.journeys.place import Place

pytestmark = pytest.mark.journey


@pytest.fixture
def room(place: Place, page_of: NewPage) -> tuple[Guest, Guest, Guest]:
    """Amara leads; Ben and Eli are in the circle, and everyone may write."""
    amara = Guest("Amara", page_of("amara", wide=True))
    amara.come_in(place, "Open the room")
    ben, eli = Guest("Ben", page_of("ben")), Guest("Eli", page_of("eli"))
    for guest in (ben, eli):
        guest.come_in(place)
    amara.opens("Door and chat")
    amara.press("Everyone, at any time")
    for guest in (ben, eli):
        guest.sees("Your words")
    return amara, ben, eli


Room = tuple[Guest, Guest, Guest]


def test_who_is_put_out_is_out_at_once_and_can_be_brought_back_in_ten_seconds(room: Room) -> None:
    amara, _ben, eli = room
    amara.opens("Eli")
    eli.page.set_default_timeout(2_000)
    amara.page.locator("details[open] button", has_text="Put out").last.click()
    expect(eli.page.get_by_role("heading", name="Evening circle")).to_be_visible()
    expect(eli.page.get_by_role("log")).to_have_count(0)
    amara.press("Undo")
    amara.sees("3 people here")


@pytest.mark.requirement("S13")
def test_signing_out_elsewhere_ends_the_stream_within_two_seconds(
    room: Room, place: Place, page_of: NewPage
) -> None:
    _amara, ben, _eli = room
    other = page_of("ben")
    other.goto("/me/")
    other.get_by_role("link", name="Devices Where").click()
    other.get_by_role("button", name="Sign out everywhere").click()
    expect(ben.page).to_have_url(re.compile("/sign-in/"), timeout=2_500)


def test_who_pauses_new_messages_still_sees_what_the_room_is(room: Room) -> None:
    amara, ben, eli = room
    eli.press("Pause new messages")
    ben.says("a great many words")
    amara.hears("a great many words")
    amara.press("Next: A quiet minute")
    eli.sees("Step 2 of 12")
    eli.hears_nothing_of("a great many words")
    eli.press("Pause new messages")
    eli.hears("a great many words")


@pytest.mark.requirement("S25")
def test_in_the_calm_room_nothing_more_is_delivered(room: Room) -> None:
    amara, ben, eli = room
    eli.says("before")
    ben.hears("before")
    amara.press("Calm Room")
    ben.page.get_by_role("heading", name="On the doorstep").wait_for()
    no_barriers(ben.page)
    expect(eli.page.get_by_role("heading", name="On the doorstep")).to_be_visible()
    amara.sees("A quiet moment")
    assert sent_anyway(amara, "after") == 422
    assert sent_anyway(eli, "after") == 409  # it comes back to its writer
    amara.page.reload()
    amara.hears_nothing_of("after")
    amara.press("Go on")
    amara.says("later")
    amara.hears("later")
    amara.hears_nothing_of("after")
    expect(ben.page.get_by_text("after", exact=True)).to_have_count(0)
    expect(eli.page.get_by_text("after", exact=True)).to_have_count(0)


def sent_anyway(guest: Guest, words: str) -> int:
    """The status for words that a page in this browser would not offer to send just now."""
    token = guest.page.locator("input[name=csrfmiddlewaretoken]").first.input_value()
    form: dict[str, str | float | bool] = {"csrfmiddlewaretoken": token, "words": words, "submit_id": "a"}
    room = guest.page.url.partition("#")[0].partition("?")[0]
    return guest.page.request.post(f"{room}words/", form=form).status


def test_a_block_in_the_room_takes_two_taps_and_is_silent(room: Room) -> None:
    amara, ben, eli = room
    eli.says("something unkind")
    ben.hears("something unkind")
    ben.page.get_by_role("link", name="About what Eli said").click()
    no_barriers(ben.page)
    ben.press("Block")
    expect(ben.page.get_by_text("Blocked.")).to_be_visible()
    ben.hears_nothing_of("something unkind")
    eli.says("and again")
    expect(eli.log.get_by_text("and again")).to_be_visible()
    ben.says("from Ben")
    amara.hears("from Ben")
    ben.hears_nothing_of("and again")
    eli.hears_nothing_of("from Ben")
    amara.hears_nothing_of("and again")


def test_telling_the_hosts_takes_two_taps_and_keeps_a_sealed_copy(room: Room, place: Place) -> None:
    _amara, ben, eli = room
    eli.says("a threat nobody should read")
    ben.hears("a threat nobody should read")
    ben.page.get_by_role("link", name="About what Eli said").click()
    ben.page.get_by_role("link", name="Tell the hosts about this").click()
    no_barriers(ben.page)
    ben.page.get_by_role("radio").first.check()
    ben.page.get_by_role("main").get_by_role("button").first.click()
    expect(ben.page.get_by_role("heading", level=1)).to_be_visible()
    assert place.holds("a threat nobody should read") == []
