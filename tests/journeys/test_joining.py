"""From the door to a chair and back: four screens, with and without script."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.arriving import accept, press
from tests.journeys.conftest import NewPage, no_barriers

pytestmark = pytest.mark.journey


def join(page: Page) -> list[str]:
    """Join with the offered words; gives the spare keys."""
    page.goto("/")
    page.get_by_role("link", name="Join", exact=True).click()
    keys = accept(page)
    expect(page).to_have_url(re.compile("/meetings/$"))
    return keys


@pytest.mark.requirement("S88")
@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_somebody_joins_leaves_the_site_and_comes_back_with_a_key(page_of: NewPage, script: bool) -> None:
    page = page_of("", script=script)
    keys = join(page)
    page.goto("/me/")
    page.get_by_role("button", name="Leave this site").click()
    expect(page).to_have_url(re.compile("/blank/$"))
    page.wait_for_load_state()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("navigation", name="Main")).to_have_count(0)
    page.goto("/me/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    page.get_by_role("link", name="I do not have my words").click()
    page.get_by_label("One of your spare keys").fill(keys[2].lower())
    press(page, "Use this key")
    press(page, "Keep these words and come in")
    expect(page.get_by_text("You have 7 spare keys left")).to_be_visible()


def test_back_shows_nothing_although_the_word_of_leaving_never_came(page_of: NewPage) -> None:
    page = page_of("ben")
    page.goto("/meetings/")
    page.goto("/me/")
    page.route("**/leave/", lambda route: route.abort("internetdisconnected"))
    page.get_by_role("button", name="Leave this site").click()
    expect(page).to_have_url(re.compile("/blank/$"))
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Meetings")
    expect(page.get_by_role("navigation", name="Main")).to_have_count(0)
    page.goto("/me/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_page_of_joining_has_a_barrier(page_of: NewPage, dark: bool) -> None:
    page = page_of("", dark=dark)
    for path in ("/", "/about/", "/sign-in/", "/recover/", "/display/", "/join/"):
        page.goto(path)
        no_barriers(page)
    press(page, "I have read this, go on")
    no_barriers(page)
    page.get_by_label("With my own words").check()
    press(page, "Go on")
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    no_barriers(page)
    press(page, "Go on")
    ben = page_of("ben", dark=dark)
    for path in ("/today/", "/me/", "/me/devices/", "/me/words/", "/me/keys/", "/me/blocked/"):
        ben.goto(path)
        no_barriers(ben)
