"""Through the screens of joining, as somebody without an account."""

import re

from playwright.sync_api import Page, expect


def press(page: Page, name: str) -> None:
    """The button of exactly this name in what the page is about."""
    page.get_by_role("main").get_by_role("button", name=name, exact=True).click()


def accept(page: Page) -> list[str]:
    """From the rules to a sign-in of one's own with the offered words; gives the spare keys."""
    press(page, "I have read this, go on")
    press(page, "Go on")
    keys = page.get_by_role("main").locator("ol li")
    expect(keys).to_have_count(8)  # the page may still be on its way
    asked = re.search(r"letters and numbers of key (\d)", page.get_by_role("main").inner_text())
    assert asked, "the end of one key is asked for"
    told = keys.all_inner_texts()
    page.get_by_label("Type the last 5 letters and numbers").fill(told[int(asked[1]) - 1][-5:])
    press(page, "I kept them, come in")
    page.get_by_role("link", name="Skip this").click()
    return told
