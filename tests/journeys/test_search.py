"""Ben finds something again without script, and Chidi reads what is new until there is no more."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import NewPage, no_barriers
from tests.journeys.place import Place
from tests.journeys.test_shares import SAID, share

pytestmark = pytest.mark.journey


def test_ben_finds_what_he_wrote_and_nothing_of_it_stands_in_an_address(
    place: Place, page_of: NewPage
) -> None:
    share(page_of("ben"), place)
    ben = page_of("ben", script=False)
    ben.goto("/me/")
    ben.get_by_role("link", name="Find something again").click()
    ben.get_by_role("button", name="Look", exact=True).click()
    expect(ben.get_by_text("Please type a word to look for.").first).to_be_visible()
    ben.get_by_label("Words to look for").fill("FERRY")
    ben.get_by_role("button", name="Look", exact=True).click()
    expect(ben.get_by_role("heading", name="1 place found")).to_be_visible()
    expect(ben.get_by_label("Words to look for")).to_have_value("FERRY")
    assert "ferry" not in ben.url.lower()
    ben.get_by_role("link", name="A share").click()
    expect(ben.get_by_text(SAID)).to_be_visible()


def test_what_is_new_ends_and_chidi_says_so(place: Place, page_of: NewPage) -> None:
    share(page_of("ben"), place)
    chidi = page_of("chidi", script=False)
    chidi.goto("/shares/new/")
    expect(chidi.get_by_text(SAID)).to_be_visible()
    expect(chidi.get_by_text("That is everything new.")).to_be_visible()
    chidi.get_by_role("button", name="I have read these").click()
    expect(chidi.get_by_text("You are up to date.")).to_be_visible()
    chidi.goto("/shares/new/")
    expect(chidi.get_by_text("You are up to date.")).to_be_visible()


def test_both_pages_have_no_barriers(place: Place, page_of: NewPage) -> None:
    ben = page_of("ben", dark=True)
    share(ben, place)
    ben.goto("/search/")
    no_barriers(ben)
    ben.get_by_label("Words to look for").fill("ferry")
    ben.get_by_role("button", name="Look", exact=True).click()
    expect(ben.get_by_role("heading", name="1 place found")).to_be_visible()
    no_barriers(ben)
    chidi = page_of("chidi", wide=True)
    chidi.goto("/shares/new/")
    expect(chidi.get_by_text(SAID)).to_be_visible()
    no_barriers(chidi)
