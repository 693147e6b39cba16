"""A meeting that is open for days: opened, led, written in and closed; with script, and without."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import NewPage, no_barriers, sent
from tests.journeys.looks.test_gallery import overflow, too_small
from tests.journeys.place import Place

pytestmark = pytest.mark.journey
NAME, LEAD, SAID = "Nights by the harbour", "how my nights became shorter", "the lamp was still on"

PAGES_OF_HERS = (
    *(("", NAME), ("roles/", "Who does what"), ("run-sheet/", "The run-sheet")),
    *(("run-sheet/open/", "The circle is open"), ("unanswered/", "Who has not been answered")),
)


def list_of(place: Place) -> str:
    """Where Harbour's meetings for days stand."""
    return f"/groups/{place.told['group']}/open-for-days/"


def opened_by(amara: Page, place: Place) -> str:
    """Amara opens one now, for three days; where it stands."""
    amara.goto(f"{list_of(place)}new/")
    amara.get_by_label("What is it about?").fill(NAME)
    amara.get_by_label("3 days", exact=True).check()
    amara.get_by_role("button", name="Open it").click()
    expect(amara.get_by_role("heading", name=NAME)).to_be_visible()
    return amara.url


def write(page: Page, words: str, way: str = "Write a turn") -> None:
    """A turn, looked over and said."""
    page.get_by_role("link", name=way).click()
    page.get_by_label("What would you like to say?").fill(words)
    page.get_by_role("button", name="Look it over").click()
    expect(page.get_by_role("heading", name="Look it over")).to_be_visible()
    page.get_by_role("button", name="Say it", exact=True).click()
    expect(page.get_by_text("It is said.")).to_be_visible()


def look(page: Page) -> None:
    """Nothing is in the way, cut off, or too small for a thumb."""
    no_barriers(page)
    assert overflow(page) <= 0 and too_small(page) == [], page.url


def led_by_ben(amara: Page, ben: Page, where: str) -> None:
    """Amara asks him to lead, and he says yes by the keyboard."""
    amara.goto(f"{where}roles/")
    amara.get_by_label("Leads").check()
    amara.get_by_label("Whom would you ask?").select_option(label="Ben")
    sent(amara, "Ask them")
    ben.goto(where)
    ben.get_by_role("button", name="Yes, gladly").press("Enter")
    expect(ben.get_by_text("Leads: Ben")).to_be_visible()


def closed_by(amara: Page, where: str) -> None:
    """She sees who waits for a sign, and closes with a line."""
    amara.goto(f"{where}closing/")
    expect(amara.get_by_role("link", name="Chidi")).to_be_visible()
    look(amara)
    amara.get_by_label("A kind line to end with").fill("Sleep well, all of you.")
    sent(amara, "Close the meeting")
    expect(amara.get_by_text("Sleep well, all of you.")).to_be_visible()


def test_a_meeting_from_its_opening_to_its_closing(place: Place, page_of: NewPage) -> None:
    amara, ben, chidi = page_of("amara", wide=True), page_of("ben", dark=True), page_of("chidi")
    where = opened_by(amara, place)
    led_by_ben(amara, ben, where)
    write(ben, LEAD, "Write the lead share")
    look(ben)
    chidi.goto(where)
    expect(chidi.get_by_text("The lead share", exact=True)).to_be_visible()
    thanks = chidi.get_by_role("button", name="Thank you", exact=True)
    thanks.press("Enter")
    expect(thanks).to_have_attribute("aria-pressed", "true")
    ben.goto(f"{where}newest/")
    write(chidi, SAID)
    ben.get_by_role("link", name="Somebody shared something. Show it").click()
    expect(ben.get_by_text(SAID)).to_be_visible()
    closed_by(amara, where)
    ben.goto(where)
    expect(ben.get_by_text("Sleep well, all of you.")).to_be_visible()
    expect(ben.get_by_role("link", name="Write a turn")).to_have_count(0)
    look(ben)


def test_without_script_a_turn_is_written_kept_past_the_end_and_taken_back(
    place: Place, page_of: NewPage
) -> None:
    amara, ben = page_of("amara", script=False), page_of("ben", script=False)
    where = opened_by(amara, place)
    amara.get_by_role("button", name="Move on to: The lead share").click()
    expect(amara.get_by_role("heading", name="The lead share")).to_be_visible()
    ben.goto(where)
    write(ben, SAID)
    ben.get_by_role("link", name="Write a turn").click()
    ben.get_by_label("What would you like to say?").fill("one more thing")
    amara.goto(f"{where}closing/")
    sent(amara, "Close the meeting")
    ben.get_by_role("button", name="Look it over").click()
    expect(ben.get_by_text("The meeting has closed. What you wrote is kept below")).to_be_visible()
    expect(ben.get_by_text("one more thing")).to_be_visible()
    sent(ben, "Take it back")
    amara.goto(where)
    expect(amara.get_by_text(SAID)).to_have_count(0)
    sent(ben, "Undo")
    amara.reload()
    expect(amara.get_by_text(SAID)).to_be_visible()


def test_the_pages_around_it_have_no_barriers(place: Place, page_of: NewPage) -> None:
    amara, ben = page_of("amara"), page_of("ben", dark=True, wide=True)
    where = opened_by(amara, place)
    ben.goto(where)
    write(ben, SAID)
    for page, path, heading in (
        *((amara, where + way, said) for way, said in PAGES_OF_HERS),
        (ben, f"{where}turns/new/", "Your turn"),
        (amara, list_of(place), "Open for days"),
        (amara, f"{list_of(place)}new/", "Open a meeting for days"),
        (ben, where, NAME),
    ):
        page.goto(path)
        expect(page.get_by_role("heading", name=heading, exact=True, level=1)).to_be_visible()
        look(page)
    ben.get_by_role("link", name="Change it").click()
    expect(ben.get_by_label("What would you like to say?")).to_have_value(SAID)
    look(ben)
