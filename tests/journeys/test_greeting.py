"""A first share at midnight is answered from the queue, without script, and in words of somebody's own."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import NewPage, no_barriers, sent
from tests.journeys.place import Place

pytestmark = pytest.mark.journey
SAID = "it is midnight and I have never written here"


def group_of(place: Place) -> str:
    """Where Harbour stands."""
    return f"/groups/{place.told['group']}/"


def share(page: Page, place: Place) -> None:
    """Something that asks for a person's own experience, which every group leaves room for."""
    page.goto(f"{group_of(place)}shares/new/")
    page.get_by_label("What would you like to say?").fill(SAID)
    page.get_by_label("A challenge").check()
    page.get_by_label("Your experience").check()
    page.get_by_role("button", name="Look it over").click()
    sent(page, "Share it")


def become_a_greeter(page: Page, host: Page, place: Place) -> None:
    """Chidi offers, and Amara says yes."""
    page.goto(f"{group_of(place)}helping/")
    sent(page, "I would like to welcome people")
    host.goto(group_of(place))
    host.get_by_role("link", name="Who welcomes people").click()
    sent(host, "Yes, gladly")


def test_a_first_share_is_answered_from_the_queue_without_script(place: Place, page_of: NewPage) -> None:
    ben, chidi, amara = (page_of(name, script=False) for name in ("ben", "chidi", "amara"))
    share(ben, place)
    become_a_greeter(chidi, amara, place)
    chidi.goto(group_of(place))
    chidi.get_by_role("link", name="Waiting for a first answer").click()
    expect(chidi.get_by_text("The first time they share here")).to_be_visible()
    sent(chidi, "I will answer this")
    amara.goto(f"{group_of(place)}waiting/")
    expect(amara.get_by_text("Somebody is answering.")).to_be_visible()
    chidi.get_by_role("link", name="I was in a place like yours when").click()
    field = chidi.get_by_label("Your own experience")
    expect(field).to_have_value("I was in a place like yours when …")
    chidi.get_by_role("button", name="Reply").click()
    expect(chidi.get_by_text("go on from it in words of your own").first).to_be_visible()
    field.fill("I was in a place like yours when I moved here. The kettle helped.")
    sent(chidi, "Reply")
    ben.reload()
    expect(ben.get_by_text("The kettle helped.")).to_be_visible()
    amara.reload()
    expect(amara.get_by_text("Everybody has heard from somebody.")).to_be_visible()


def test_the_pages_of_greeting_have_no_barriers(place: Place, page_of: NewPage) -> None:
    share(page_of("ben"), place)
    amara, chidi = page_of("amara", wide=True), page_of("chidi", dark=True)
    become_a_greeter(chidi, amara, place)
    no_barriers(amara)
    for page, where, heading in (
        (amara, "patience/", "How long a share may wait"),
        (amara, "waiting/", "Waiting for a first answer"),
        (chidi, "waiting/", "Waiting for a first answer"),
        (chidi, "helping/", "Helping in Harbour"),
    ):
        page.goto(group_of(place) + where)
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
        no_barriers(page)
    chidi.get_by_label("Yes, twice a week at most").check()
    chidi.get_by_role("button", name="Keep this").click()
    expect(chidi.get_by_text("Kept. Only you see this.")).to_be_visible()
    chidi.goto(f"{group_of(place)}waiting/")
    chidi.get_by_role("link", name="Read it first").click()
    expect(chidi.get_by_text("Ways to begin")).to_be_visible()
    no_barriers(chidi)
