"""Somebody who heard words that hurt is outside a moment later, and can still block and tell the hosts."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.circle import Guest
from tests.journeys.conftest import NewPage, no_barriers
from tests.journeys.place import Place

pytestmark = pytest.mark.journey
HURT = "you will be sorry for this"
MEANWHILE = "they have gone, good"


def an_open_floor(place: Place, page_of: NewPage, *, script: bool) -> tuple[Guest, Guest, Guest]:
    """Amara leads, Ben and Chidi are in the circle, everyone may write, and Ben has heard it from Chidi."""
    amara = Guest("Amara", page_of("amara", wide=True))
    amara.come_in(place, "Open the room")
    ben = Guest("Ben", page_of("ben", script=script), script=script)
    chidi = Guest("Chidi", page_of("chidi"))
    for guest in (ben, chidi):
        guest.come_in(place)
    amara.opens("Door and chat")
    amara.press("Everyone, at any time")
    chidi.sees("Your words")
    chidi.says(HURT)
    ben.hears(HURT)
    return amara, ben, chidi


def looked_at(page: Page, *, script: bool) -> None:
    """The page as it is now has no barrier; axe needs script."""
    if script:
        no_barriers(page)


def opens_what_was_heard(page: Page, *, script: bool) -> None:
    """Nothing of it is there before it is asked for."""
    expect(page.get_by_text(HURT)).to_have_count(0)
    looked_at(page, script=script)
    page.get_by_role("link", name="What you heard before").click()
    expect(page.get_by_role("heading", name="What you heard here")).to_be_visible()
    expect(page.get_by_text(HURT)).to_be_visible()
    expect(page.get_by_text(MEANWHILE)).to_have_count(0)
    looked_at(page, script=script)


def tells_the_hosts(page: Page, *, script: bool) -> None:
    """From the words to the receipt."""
    page.get_by_role("link", name="About what Chidi said").click()
    looked_at(page, script=script)
    page.get_by_role("link", name="Tell the hosts about this").click()
    looked_at(page, script=script)
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Tell the hosts", exact=True).click()
    expect(page.get_by_role("heading", name="You told the hosts")).to_be_visible()
    page.get_by_role("link", name="Back to the door").click()


@pytest.mark.requirement("S21")
@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_whom_the_calm_room_sent_outside_tells_the_hosts_and_blocks(
    place: Place, page_of: NewPage, script: bool
) -> None:
    amara, ben, chidi = an_open_floor(place, page_of, script=script)
    amara.press("Calm Room")
    chidi.page.get_by_role("heading", name="On the doorstep").wait_for()
    ben.look()
    expect(ben.page.get_by_role("heading", name="On the doorstep")).to_be_visible()

    opens_what_was_heard(ben.page, script=script)
    tells_the_hosts(ben.page, script=script)
    expect(ben.page.get_by_role("heading", name="On the doorstep")).to_be_visible()

    opens_what_was_heard(ben.page, script=script)
    ben.page.get_by_role("link", name="About what Chidi said").click()
    ben.press("Block")
    expect(ben.page.get_by_role("heading", name="On the doorstep")).to_be_visible()
    expect(ben.page.get_by_text("Blocked.")).to_be_visible()
    expect(ben.page.get_by_role("link", name="What you heard before")).to_have_count(0)


@pytest.mark.requirement("S21")
@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_whom_a_host_put_out_tells_of_it_and_reads_nothing_that_was_said_since(
    place: Place, page_of: NewPage, script: bool
) -> None:
    amara, ben, chidi = an_open_floor(place, page_of, script=script)
    amara.opens("Ben")
    amara.page.locator("details[open] button", has_text="Put out").last.click()
    amara.sees("Ben was put out.")
    chidi.says(MEANWHILE)
    amara.hears(MEANWHILE)
    ben.look()
    expect(ben.page.get_by_text("A host asked you to leave this room.")).to_be_visible()

    opens_what_was_heard(ben.page, script=script)
    tells_the_hosts(ben.page, script=script)
    expect(ben.page.get_by_role("heading", name="Evening circle")).to_be_visible()
    looked_at(ben.page, script=script)
    assert place.holds(HURT) == [] and place.holds(MEANWHILE) == []
