"""A chair, two members, a newcomer without script and an outsider hold a meeting, from opening to closing."""

import pytest
from playwright.sync_api import Page, expect
from redis import Redis

from tests.journeys.circle import Guest
from tests.journeys.conftest import REDIS, NewPage, no_barriers, with_and_without_redis
from tests.journeys.place import Place

pytestmark = pytest.mark.journey

FROM_BEN = "the ferry was late and I walked home past the pub"
FROM_CHIDI = "this is the first time I say it to anyone"
HELPED = "hearing that someone else walked past"


@pytest.mark.requirement("S88")
@with_and_without_redis
def test_fifteen_steps_from_opening_to_closing(place: Place, page_of: NewPage) -> None:
    amara, ben = Guest("Amara", page_of("amara", wide=True)), Guest("Ben", page_of("ben"))
    chidi = Guest("Chidi", page_of("chidi", script=False), script=False)
    place.told["sessions"] |= place.tells("tests.journeys.second_member")
    fay = Guest("Fay", page_of("fay"))
    everybody_comes_in(place, amara, ben, chidi, fay)
    an_outsider_finds_nothing(place, amara.page.url, page_of("dana"))
    the_run_sheet_is_followed(amara, ben, chidi)
    ben_takes_a_turn(amara, ben, chidi, fay)
    chidi_takes_a_turn(amara, ben, chidi, fay)
    roles_are_given(amara, ben)
    the_calm_room(amara, ben, chidi, fay)
    the_chair_vanishes(amara, ben, chidi)
    seats = [guest.page.locator("room-me").get_attribute("data-seat") for guest in (ben, chidi, fay)]
    ben_closes(ben, chidi, fay)
    for words in (FROM_BEN, FROM_CHIDI, HELPED, *(seat for seat in seats if seat)):
        assert place.holds(words) == []
        assert words not in everything_in_redis()


def everybody_comes_in(place: Place, amara: Guest, ben: Guest, chidi: Guest, fay: Guest) -> None:
    amara.come_in(place, "Open the room")
    ben.come_in(place)
    chidi.come_in(place)
    fay.come_in(place)
    amara.sees("4 people here")
    for guest in (amara, ben):
        no_barriers(guest.page)


def an_outsider_finds_nothing(place: Place, room: str, dana: Page) -> None:
    for address in (room, f"/meetings/{place.told['meeting']}/door/", f"/groups/{place.told['group']}/"):
        answer = dana.goto(address)
        assert answer is not None and answer.status == 404


def the_run_sheet_is_followed(amara: Guest, ben: Guest, chidi: Guest) -> None:
    amara.press("Say this line")
    for guest in (amara, ben, chidi):
        guest.hears("Welcome, everyone.")
    amara.press("Next: A quiet minute")
    ben.sees("Step 2 of 12")
    chidi.sees("Step 2 of 12")


def ben_takes_a_turn(amara: Guest, ben: Guest, chidi: Guest, fay: Guest) -> None:
    ben.press("Ask to speak")
    ben.sees("You are number 1.")
    amara.press("Invite")
    ben.sees("Ben, it’s your turn.")
    ben.says(FROM_BEN)
    for guest in (amara, ben, chidi, fay):
        guest.hears(FROM_BEN)
    chidi.press("With you")
    ben.sees("With you · 1")
    expect(amara.page.get_by_text("With you · 1")).to_have_count(0)
    amara.press("Two minutes more")
    ben.sees("About 5 minutes left")
    amara.press("End gently")
    ben.sees("Nobody is speaking.")


def chidi_takes_a_turn(amara: Guest, ben: Guest, chidi: Guest, fay: Guest) -> None:
    chidi.press("Ask to speak")
    chidi.sees("Your hand is up.")
    amara.press("Invite")
    chidi.sees("Chidi, it’s your turn.")
    chidi.says(FROM_CHIDI)
    for guest in (amara, ben, chidi, fay):
        guest.hears(FROM_CHIDI)
    chidi.press("I’m done")
    amara.sees("Nobody is speaking.")


def roles_are_given(amara: Guest, ben: Guest) -> None:
    amara.opens("Ben")
    amara.press("Co-host")
    ben.sees("Amara leads.")
    no_barriers(ben.page)


def the_calm_room(amara: Guest, ben: Guest, chidi: Guest, fay: Guest) -> None:
    amara.press("Calm Room")
    ben.sees("A quiet moment")
    chidi.page.reload()
    for latest in (fay, chidi):
        expect(latest.page.get_by_role("heading", name="On the doorstep")).to_be_visible()
    no_barriers(ben.page)
    amara.press("Go on")
    ben.sees("Nobody is speaking.")
    for here in ("3 people here", "4 people here"):
        amara.press("Let in")
        amara.sees(here)
    fay.sees("Ask to speak")
    chidi.page.get_by_role("link", name="See if the door is open").click()
    chidi.sees("Ask to speak")


def the_chair_vanishes(amara: Guest, ben: Guest, chidi: Guest) -> None:
    amara.page.context.close()
    expect(ben.page.get_by_text("Ben leads.")).to_be_visible(timeout=14_000)
    chidi.sees("Ben is leading for the moment.")


def ben_closes(ben: Guest, chidi: Guest, fay: Guest) -> None:
    for step in range(2, 12):
        ben.page.get_by_role("button", name="Next:").click()
        ben.sees(f"Step {step + 1} of 12")
    ben.says(HELPED, "Send as what helped")
    for guest in (chidi, fay):
        guest.hears(HELPED)
    ben.opens("Close the meeting")
    ben.press("Close and let go of every word")
    expect(ben.page.get_by_role("heading", name="This meeting has closed")).to_be_visible()
    chidi.page.reload()
    expect(chidi.page.get_by_role("heading", name="This meeting has closed")).to_be_visible()
    chidi.page.get_by_role("link", name="Plan my next seven days").click()
    expect(chidi.page.get_by_role("heading", name="What will I do?")).to_be_visible()


def everything_in_redis() -> str:
    """Every key and every value of the database that the journey may have used."""
    with Redis.from_url(REDIS, socket_timeout=5) as redis:
        return str([(key, redis.dump(key)) for key in redis.scan_iter()])
