"""A setback after two hundred days, on a phone: two taps, everything stays, with script and without."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import NewPage, no_barriers
from tests.journeys.place import Place

SMALLEST = 43.9  # pixels


@pytest.fixture
def place(place: Place) -> Place:
    """Ben has kept two hundred days."""
    place.told |= place.tells("tests.journeys.two_hundred_days")
    return place


def fits(page: Page) -> None:
    """Nothing is cut off, everything pressed is large enough, and there is no barrier."""
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    small = page.locator("main").evaluate(
        f"""main => [...main.querySelectorAll("button, .button, select, summary, .row-link, .box, .choice")]
            .filter(one => one.checkVisibility()).map(one => [one.textContent, one.getBoundingClientRect()])
            .filter(([, box]) => box.height < {SMALLEST} || box.width < {SMALLEST}).map(([words]) => words)"""
    )
    assert small == []
    no_barriers(page)


def opened(page_of: NewPage, *, script: bool, dark: bool) -> Page:
    """Ben's phone, on Today."""
    page = page_of("ben", script=script, dark=dark)
    page.goto("/today/")
    expect(page.get_by_text("200 days kept in all")).to_be_visible()
    return page


@pytest.mark.journey
@pytest.mark.parametrize(("script", "dark"), [(True, False), (True, True), (False, False)])
def test_a_setback_after_two_hundred_days(page_of: NewPage, *, script: bool, dark: bool) -> None:
    page = opened(page_of, script=script, dark=dark)
    look = fits if script else _fits_without_script
    look(page)

    page.get_by_role("link", name="Something happened").click()  # the first tap
    expect(page.get_by_text("First, for your body")).to_be_visible()
    look(page)
    page.get_by_role("button", name="Start a new run").click()  # the second

    expect(page.get_by_role("heading", name="What stays")).to_be_visible()
    expect(page.get_by_text("200 days kept in all")).to_be_visible()
    assert "etback" not in page.url and page.title() == "Moment"
    look(page)
    page.get_by_label("What helped, even a little?").fill("I rang somebody.")
    page.get_by_role("button", name="Keep this").click()

    expect(page).to_have_url(re.compile("/today/$"))
    expect(page.get_by_text("200 days kept in all")).to_be_visible()
    expect(page.get_by_text("This time begins today")).to_be_visible()


@pytest.mark.journey
def test_it_is_taken_back_and_the_chips_never_left(page_of: NewPage) -> None:
    page = opened(page_of, script=True, dark=False)
    page.get_by_role("link", name="Something happened").click()
    page.get_by_role("button", name="Note it, and keep my run").click()
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_text("Taken back.")).to_be_visible()
    fits(page)

    page.get_by_role("link", name="Back").click()
    fits(page)
    page.get_by_role("link", name="Chips").click()
    expect(page.get_by_role("img", name="A chip for 6 months")).to_be_visible()
    fits(page)
    page.get_by_role("img", name="A chip for 6 months").click()
    page.emulate_media(media="print")
    expect(page.get_by_role("img", name="A chip for 6 months")).to_be_visible()
    expect(page.get_by_text("Only you see this")).to_be_hidden()


@pytest.mark.journey
def test_a_path_is_begun_and_what_cannot_be_is_said_beside_the_date(page_of: NewPage) -> None:
    page = page_of("chidi", dark=True)
    page.goto("/today/")
    page.get_by_role("link", name="Begin a path").click()
    fits(page)
    page.get_by_label("What is it about?").fill("One day")
    page.get_by_label("Not at all").check()
    page.get_by_label("Since when?").fill("0001-01-01")
    page.get_by_role("button", name="Begin this path").click()

    expect(page.locator("#id_on-error")).to_contain_text("too long ago")
    expect(page.get_by_label("What is it about?")).to_have_value("One day")
    fits(page)


def _fits_without_script(page: Page) -> None:
    """What axe and script would look at is the same page; here that it is whole."""
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("button", name="Leave this site")).to_be_visible()
