"""Ben tells a story without script, Chidi reads it and thanks him; no page is in anybody's way."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import NewPage, no_barriers, sent
from tests.journeys.looks.test_gallery import overflow, too_small
from tests.journeys.place import Place

pytestmark = pytest.mark.journey
TITLE, SAID, NOW = "The winter I learned to swim", "the ferry was late", "I swim before work"


def library(place: Place) -> str:
    """Where Harbour's stories stand."""
    return f"/groups/{place.told['group']}/stories/"


def words_of(page: Page, number: int) -> str:
    """What stands in the field of this section."""
    return page.get_by_role("group", name=f"Section {number}").get_by_label("Words").input_value()


def write(page: Page, place: Place, words: list[str]) -> None:
    """A title and sections, kept by each press of the button that adds one."""
    page.goto(f"{library(place)}new/")
    page.get_by_label("Title").fill(TITLE)
    for number, said in enumerate(words, 1):
        if number > 1:
            page.get_by_role("button", name="Add a section").click()
            expect(page.get_by_label("Words")).to_have_count(number)
        page.get_by_label("Words").last.fill(said)


def put_into_the_library(page: Page) -> None:
    """Looked over, and placed."""
    page.get_by_role("button", name="Look it over").click()
    expect(page.get_by_role("heading", name="Look it over")).to_be_visible()
    page.get_by_role("button", name="Put it into the library").click()
    expect(page.get_by_text("It is in the library.")).to_be_visible()


def test_a_story_is_written_section_by_section_without_script(place: Place, page_of: NewPage) -> None:
    ben = page_of("ben", script=False)
    write(ben, place, [NOW, SAID, "a walk to the pier"])
    ben.get_by_role("button", name="Move up").first.click()
    assert [words_of(ben, one) for one in (1, 2, 3)] == [SAID, NOW, "a walk to the pier"]
    ben.get_by_role("button", name="Remove this section").last.click()
    expect(ben.get_by_role("group", name="Section 3")).to_have_count(0)
    ben.get_by_role("button", name="Put the removed section back").click()
    assert words_of(ben, 3) == "a walk to the pier"
    ben.get_by_text("Three beginnings, if you like one").click()
    ben.get_by_role("button", name="What my days are like now").click()
    expect(ben.get_by_label("Heading").last).to_have_value("What my days are like now")
    ben.get_by_label("Title").press("Enter")
    expect(ben.get_by_role("heading", name="Write your story")).to_be_visible()
    ben.get_by_role("button", name="Keep it for later").click()
    ben.get_by_role("link", name="Write your story").click()
    assert words_of(ben, 1) == SAID
    put_into_the_library(ben)


def test_chidi_reads_it_thanks_him_and_ben_takes_it_back(place: Place, page_of: NewPage) -> None:
    ben, chidi = page_of("ben"), page_of("chidi", script=False)
    write(ben, place, [SAID])
    ben.get_by_label("Loneliness").check()
    put_into_the_library(ben)
    chidi.goto(library(place))
    chidi.get_by_text("By theme, or where it is told from").click()
    chidi.get_by_label("Theme").select_option("alone")
    chidi.get_by_role("button", name="Show").click()
    chidi.get_by_role("link", name=TITLE).click()
    chidi.get_by_role("button", name="Thank you for this").click()
    thanks = chidi.get_by_role("button", name="Thank you for this")
    expect(thanks).to_have_attribute("aria-pressed", "true")
    ben.reload()
    expect(ben.get_by_text("Thank you for this")).to_be_visible()
    ben.get_by_role("button", name="Take it back").click()
    chidi.goto(library(place))
    expect(chidi.get_by_text(TITLE)).to_have_count(0)
    ben.get_by_role("button", name="Undo").click()
    expect(ben.get_by_text("It is back, as it was.")).to_be_visible()


def test_a_change_is_kept_whole_or_not_at_all_and_two_taps_tell_the_hosts(
    place: Place, page_of: NewPage
) -> None:
    ben, chidi = page_of("ben", script=False), page_of("chidi", script=False)
    write(ben, place, [SAID])
    put_into_the_library(ben)
    story = ben.url
    ben.get_by_role("link", name="Change it").click()
    ben.get_by_role("button", name="Add a section").click()
    ben.get_by_label("Words").last.fill(NOW)
    chidi.goto(story)
    expect(chidi.get_by_text(NOW)).to_have_count(0)
    ben.get_by_role("button", name="Keep the change").click()
    chidi.reload()
    expect(chidi.get_by_text(NOW)).to_be_visible()
    chidi.get_by_role("link", name="Hide, mute, block, or tell the hosts").click()
    chidi.get_by_role("button", name="Unkind or attacking").click()
    expect(chidi.get_by_text("Thank you for telling them.")).to_be_visible()
    chidi.goto(library(place))
    expect(chidi.get_by_text(TITLE)).to_have_count(0)


def test_the_pages_around_stories_have_no_barriers(place: Place, page_of: NewPage) -> None:
    ben, amara = page_of("ben", dark=True), page_of("amara", wide=True)
    write(ben, place, [SAID, NOW, "a third part", "a fourth part"])
    look(ben)
    ben.get_by_role("button", name="Look it over").click()
    expect(ben.get_by_role("heading", name="Look it over")).to_be_visible()
    look(ben)
    ben.get_by_role("button", name="Put it into the library").click()
    expect(ben.get_by_text("It is in the library.")).to_be_visible()
    story = ben.url
    for page, ways in ((ben, ("", "aloud/", "edit/")), (amara, ("", "aloud/", "about/"))):
        for way in ways:
            page.goto(story + way)
            look(page)
    for way in ("", "new/", "taken-back/"):
        amara.goto(library(place) + way)
        look(amara)


def look(page: Page) -> None:
    """Nothing is in the way, cut off, or too small for a thumb."""
    no_barriers(page)
    assert overflow(page) <= 0 and too_small(page) == [], page.url


def test_a_host_puts_a_story_out_of_sight_from_its_report_and_lets_it_out(
    place: Place, page_of: NewPage
) -> None:
    amara, ben, chidi = page_of("amara"), page_of("ben", script=False), page_of("chidi", script=False)
    write(ben, place, [SAID])
    put_into_the_library(ben)
    chidi.goto(library(place))
    chidi.get_by_role("link", name=TITLE).click()
    chidi.get_by_role("link", name="tell the hosts").click()
    sent(chidi, "Something else")
    amara.goto(f"/groups/{place.told['group']}/reports/")
    amara.get_by_role("link", name="Something else").click()
    amara.get_by_role("link", name="Put these words out of sight").click()
    no_barriers(amara)
    amara.get_by_label("A line to whoever wrote it").fill("It names somebody who is here.")
    sent(amara, "Put it out of sight")
    no_barriers(amara)
    ben.goto("/today/")
    ben.get_by_role("link", name="A host looked at a story of yours").click()
    expect(ben.get_by_text("It names somebody who is here.")).to_be_visible()
    amara.goto(f"{library(place)}to-look-at/")
    no_barriers(amara)
    sent(amara, "Let it out")
    ben.goto(library(place))
    expect(ben.get_by_text(TITLE)).to_be_visible()
