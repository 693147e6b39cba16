"""Chidi, who is new, writes how to be reached, and Amara looks; without script, and nothing is lost."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import NewPage, no_barriers
from tests.journeys.place import Place
from tests.journeys.test_shares import shares_of

pytestmark = pytest.mark.journey
NUMBER, MAIL = "07700 900123", "chidi at example dot com"


def written(page: Page, place: Place, words: str) -> None:
    """Up to looking it over."""
    page.goto(shares_of(place) + "new/")
    page.get_by_label("What would you like to say?").fill(words)
    page.get_by_label("A challenge").check()
    page.get_by_label("Your experience").check()
    page.get_by_role("button", name="Look it over").click()
    expect(page.get_by_role("heading", name="Look it over")).to_be_visible()


def test_what_is_held_is_looked_at_changed_and_sent(place: Place, page_of: NewPage) -> None:
    chidi, amara, ben = page_of("chidi", script=False), page_of("amara", script=False), page_of("ben")
    written(chidi, place, f"I am awake. Ring {NUMBER}.")
    expect(chidi.locator("mark").first).to_have_text(NUMBER)
    expect(chidi.get_by_text("Whoever reads here could keep it.")).to_be_visible()
    chidi.get_by_role("button", name="Let a host look first").click()
    expect(chidi.get_by_role("heading", name="Waiting for a host to look")).to_be_visible()
    ben.goto(shares_of(place))
    expect(ben.get_by_text("Nobody has shared anything here yet.")).to_be_visible()
    leaves_a_line(amara, place)
    chidi.goto(shares_of(place))
    chidi.get_by_role("link", name="Something you wrote waits for a host to look").click()
    expect(chidi.get_by_text("Come on Friday")).to_be_visible()
    chidi.get_by_role("link", name="Change it").click()
    chidi.get_by_label("What would you like to say?").fill("I am awake.")
    chidi.get_by_role("button", name="Keep the change").click()
    ben.get_by_role("link", name="Somebody shared something. Show it").click()
    expect(ben.get_by_text("I am awake.")).to_be_visible()


def leaves_a_line(amara: Page, place: Place) -> None:
    """From the group's page to the list and to a line."""
    amara.goto(f"/groups/{place.told['group']}/")
    amara.get_by_role("link", name="Held for a look 1 waiting").click()
    expect(amara.locator("mark").first).to_have_text(NUMBER)
    amara.get_by_role("link", name="Leave it held, with a line").click()
    amara.get_by_label("A line to whoever wrote it").fill("Come on Friday, that is safer.")
    amara.get_by_role("button", name="Leave it held").click()
    expect(amara.get_by_role("heading", name="Left held")).to_be_visible()


def test_a_reply_is_shown_once_to_its_writer_and_let_out_by_a_host(place: Place, page_of: NewPage) -> None:
    amara, chidi = page_of("amara"), page_of("chidi", dark=True)
    written(amara, place, f"Ring me, {NUMBER}, on Sundays.")
    no_barriers(amara)
    amara.get_by_role("button", name="Share it as it is").click()
    expect(amara.get_by_text("You can change it or take it back at any time.")).to_be_visible()
    where = amara.url
    chidi.goto(where)
    chidi.get_by_label("Your own experience").fill(f"I know that. Write to {MAIL}.")
    chidi.get_by_role("button", name="Reply").click()
    expect(chidi.locator("mark").first).to_have_text(MAIL)
    expect(chidi.get_by_role("heading", name="Before others read it")).to_be_in_viewport()
    no_barriers(chidi)
    chidi.get_by_role("button", name="Reply").click()
    chidi.get_by_role("link", name="Change it").click()
    expect(chidi.get_by_role("heading", name="Change your reply")).to_be_visible()
    no_barriers(chidi)
    chidi.get_by_role("button", name="Keep the change").click()
    expect(chidi.locator("mark").first).to_have_text(MAIL)
    chidi.get_by_role("button", name="Keep the change").click()
    expect(chidi.get_by_role("heading", name="Waiting for a host to look")).to_be_visible()
    let_out(amara, place)
    chidi.goto(where)
    expect(chidi.get_by_text(MAIL)).to_be_visible()


def let_out(host: Page, place: Place) -> None:
    """The one thing that is held, by its host."""
    host.goto(f"{shares_of(place)}to-look-at/")
    host.get_by_role("button", name="Let it out").click()
    expect(host.get_by_text("Nothing waits for a look.")).to_be_visible()


def test_the_pages_of_what_is_held_have_no_barriers(place: Place, page_of: NewPage) -> None:
    chidi, amara = page_of("chidi"), page_of("amara", dark=True, wide=True)
    written(chidi, place, f"Write to {MAIL}.")
    no_barriers(chidi)
    chidi.get_by_role("button", name="Let a host look first").click()
    expect(chidi.get_by_role("heading", name="Waiting for a host to look")).to_be_visible()
    no_barriers(chidi)
    amara.goto(f"{shares_of(place)}to-look-at/")
    no_barriers(amara)
    amara.get_by_role("link", name="Leave it held, with a line").click()
    expect(amara.get_by_label("A line to whoever wrote it")).to_be_visible()
    no_barriers(amara)
    amara.get_by_role("link", name="Held for a look").click()
    amara.get_by_role("button", name="Let it out").click()
    expect(amara.get_by_text("Nothing waits for a look.")).to_be_visible()
    chidi.goto("/today/")
    chidi.get_by_role("link", name="A host looked at what you wrote in Harbour.").click()
    expect(chidi.get_by_text("Nothing of yours waits.")).to_be_visible()
