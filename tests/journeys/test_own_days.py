"""A day, a week and a look back on a phone, with and without script."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import NewPage, no_barriers

pytestmark = pytest.mark.journey


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()


def choose(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name, exact=True).check()


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_a_check_in_takes_two_presses_and_is_changed_and_taken_back(page_of: NewPage, script: bool) -> None:
    ben = page_of("ben", script=script)
    ben.goto("/today/")
    choose(ben, "good")
    press(ben, "Save check-in")
    expect(ben.get_by_role("heading", name="Saved. Thank you for looking.")).to_be_visible()
    ben.get_by_role("link", name="Change").click()
    choose(ben, "8")
    ben.get_by_role("checkbox", name="tired").check()
    ben.get_by_label("One intention").fill("Call Maple")
    press(ben, "Save check-in")
    expect(ben.get_by_text("Most cravings pass")).to_be_visible()
    ben.goto("/today/")
    expect(ben.get_by_text(re.compile(r"You checked in at \d\d:\d\d\."))).to_be_visible()
    expect(ben.get_by_text("Call Maple")).to_be_visible()
    ben.get_by_role("link", name="Change").click()
    assert ben.get_by_role("radio", name="8", exact=True).is_checked() and fits(ben)
    ben.goto("/check-ins/")
    ben.get_by_role("link", name=re.compile("looked")).click()
    press(ben, "Take it back")
    press(ben, "Undo")
    expect(ben.get_by_text("8 of 10")).to_be_visible()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_a_week_a_plan_a_sheet_and_a_pledge(page_of: NewPage, script: bool) -> None:
    ben = page_of("ben", script=script)
    ben.goto("/habits/new/")
    choose(ben, "A walk")
    press(ben, "Take it up")
    ben.get_by_role("checkbox").first.check()
    press(ben, "Keep this")
    expect(ben.get_by_text("1 small act on 1 day")).to_be_visible()
    ben.goto("/plan/edit/")
    ben.get_by_label("What", exact=True).first.fill("Go to the Tuesday meeting")
    press(ben, "Keep the plan")
    ben.get_by_role("checkbox", name="Go to the Tuesday meeting").check()
    press(ben, "Keep this")
    assert ben.get_by_role("checkbox", name="Go to the Tuesday meeting").is_checked()
    ben.goto("/worksheets/")
    ben.get_by_role("link", name="An urge, and what happened").click()
    ben.get_by_label("What did I do?").fill("Called Maple")
    press(ben, "Keep this")
    expect(ben.get_by_text("Called Maple")).to_be_visible()
    ben.goto("/today/")
    press(ben, "I am in for today")
    expect(ben.get_by_text("You are in for today.")).to_be_visible()


def test_words_wait_in_the_page_while_the_line_is_lost_and_are_kept_once(page_of: NewPage) -> None:
    ben = page_of("ben")
    ben.goto("/check-ins/new/")
    choose(ben, "low")
    ben.get_by_text("Look back on the day, and a note").click() if not ben.get_by_label(
        "A note"
    ).is_visible() else None
    ben.get_by_label("A note").fill("Written in a tunnel")
    ben.context.set_offline(True)
    press(ben, "Save check-in")
    expect(ben.get_by_text("Your words are still here")).to_be_visible()
    assert ben.get_by_label("A note").input_value() == "Written in a tunnel"
    ben.get_by_label("A note").fill("Written in a tunnel, and read again")
    ben.context.set_offline(False)
    expect(ben.get_by_role("heading", name="Saved. Thank you for looking.")).to_be_visible(timeout=20_000)
    expect(ben.get_by_text("Written in a tunnel, and read again")).to_be_visible()
    assert ben.evaluate("localStorage.length + sessionStorage.length") == 0
    assert not ben.get_by_role("button", name="Undo the last change").count(), "it was kept once"


PAGES = ("/today/", "/check-ins/new/", "/check-ins/", "/habits/", "/habits/new/", "/plan/", "/plan/edit/")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_page_of_ones_days_has_a_barrier(page_of: NewPage, dark: bool) -> None:
    ben = page_of("ben", dark=dark)
    for path in ("/today/", "/check-ins/new/"):
        ben.goto(path)
        no_barriers(ben)
    choose(ben, "okay")
    choose(ben, "3")
    press(ben, "Save check-in")
    expect(ben.get_by_role("heading", name="Saved. Thank you for looking.")).to_be_visible()
    no_barriers(ben)
    ben.goto("/habits/new/")
    choose(ben, "A walk")
    press(ben, "Take it up")
    for path in (*PAGES, "/worksheets/", "/worksheets/new/waves/"):
        ben.goto(path)
        ben.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        no_barriers(ben)
        assert fits(ben), path
