"""Ben and Chidi walk beside each other, each on a phone: both say yes, and each shows what they choose."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import NewPage, no_barriers
from tests.journeys.place import Place

pytestmark = pytest.mark.journey
BOTH = pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
TOKENS = re.compile(rb'name="(?:csrfmiddlewaretoken|submit_id)" value="[^"]*"')
QUIET = "Nothing today. That can mean anything, and needs no answer."


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()


def whole(page: Page, address: str) -> bytes:
    """What this browser is sent, to the last byte, tokens apart."""
    answer = page.context.request.get(address)
    assert answer.status == 200
    return TOKENS.sub(b"", answer.body())


def look(page: Page, *, script: bool) -> None:
    """Nothing is cut off, and there is no barrier."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if script:
        no_barriers(page)


def companions(ben: Page, chidi: Page, group: str, *, script: bool) -> str:
    """Chidi asks, Ben says yes; the page of the two."""
    chidi.goto(f"/groups/{group}/companions/")
    look(chidi, script=script)
    chidi.get_by_role("link", name="Ask somebody").click()
    chidi.get_by_label("Whom would you like to ask?").select_option(label="Ben")
    look(chidi, script=script)
    press(chidi, "Ask them")
    expect(chidi.get_by_role("heading", name="You asked")).to_be_visible()
    ben.goto("/today/")
    ben.get_by_role("link", name=re.compile("Chidi asks whether you would be a companion")).click()
    expect(ben.get_by_text("Nobody may press you to show more")).to_be_visible()
    look(ben, script=script)
    press(ben, "Yes, I will")
    expect(ben.get_by_text("They see nothing of you unless you choose it here.")).to_be_visible()
    look(ben, script=script)
    return ben.url


def shows(ben: Page, where: str, *items: str) -> None:
    """Ben lets Chidi see these, and nothing else."""
    ben.goto(where)
    for box in ben.get_by_role("checkbox").all():
        box.uncheck()
    for item in items:
        ben.get_by_label(item, exact=True).check()
    press(ben, "Keep this")
    expect(ben.get_by_text("They are not told that you changed anything.")).to_be_visible()


@BOTH
def test_both_say_yes_and_what_is_withdrawn_was_never_there(
    page_of: NewPage, place: Place, script: bool
) -> None:
    ben, chidi = page_of("ben", script=script), page_of("chidi", script=script)
    where = companions(ben, chidi, place.told["group"], script=script)
    ben.goto("/today/")
    ben.get_by_role("radio", name="good", exact=True).check()
    press(ben, "Save check-in")
    chidi.goto(where)
    expect(chidi.get_by_text(QUIET)).to_be_visible()
    before = [whole(chidi, address) for address in (where, "/companions/")]
    shows(ben, where, "That I checked in today", "My mood")
    chidi.reload()
    expect(chidi.get_by_text("Checked in today", exact=True)).to_be_visible()
    expect(chidi.get_by_text("Mood: good")).to_be_visible()
    look(chidi, script=script)
    shows(ben, where, "That I checked in today")
    chidi.reload()
    expect(chidi.get_by_text("Mood: good")).to_be_hidden()
    shows(ben, where)
    assert [whole(chidi, address) for address in (where, "/companions/")] == before


@BOTH
def test_a_word_is_told_and_taken_back(page_of: NewPage, place: Place, script: bool) -> None:
    ben, chidi = page_of("ben", script=script), page_of("chidi", script=script)
    place.tells("tests.journeys.two_hundred_days")
    where = companions(ben, chidi, place.told["group"], script=script)
    before = whole(chidi, where)
    shows(ben, where, "That something happened, when I choose to tell it")
    ben.goto("/moments/")
    press(ben, "Note it, and keep my run")
    ben.get_by_label("Chidi, companion").check()
    look(ben, script=script)
    press(ben, "Keep this")
    chidi.goto("/today/")
    expect(chidi.get_by_text("Ben wanted you to know that something happened.")).to_be_visible()
    look(chidi, script=script)
    ben.goto(where)
    press(ben, "Take it back")
    assert whole(chidi, where) == before


@BOTH
def test_the_two_go_separate_ways_and_a_slip_of_the_thumb_is_undone(
    page_of: NewPage, place: Place, script: bool
) -> None:
    ben, chidi = page_of("ben", script=script), page_of("chidi", script=script)
    where = companions(ben, chidi, place.told["group"], script=script)
    chidi.goto(where)
    press(chidi, "End this")
    assert ben.context.request.get(where).status == 404
    press(chidi, "Undo")
    assert ben.context.request.get(where).status == 200
    press(chidi, "End this")
    ben.goto("/companions/")
    expect(ben.get_by_text("You have no companion yet.")).to_be_visible()
    look(ben, script=script)
