"""From a host's page to a chair in the group: by link with script, by code without it, by keyboard."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.arriving import accept, press
from tests.journeys.conftest import NewPage, no_barriers
from tests.journeys.place import Place

pytestmark = [pytest.mark.journey, pytest.mark.requirement("S80")]


def made_by(host: Page, place: Place) -> tuple[str, str]:
    """The link and the code of a new invitation."""
    host.goto(f"/groups/{place.told['group']}/invitations/")
    press(host, "Make an invitation")
    return host.locator("#link").inner_text(), host.locator("#code").inner_text()


def join(page: Page) -> None:
    """From the page of an invitation to a sign-in of one's own, and back to it."""
    page.get_by_role("link", name="Join this place").click()
    accept(page)


def come_in(page: Page) -> None:
    expect(page.get_by_role("heading", name="Harbour", level=1)).to_be_visible()
    page.get_by_label("Your name in this group").fill("Fern")
    page.get_by_label("I have read the agreement and accept it").check()
    press(page, "Join this group")
    expect(page.get_by_text("You are in. Here you are")).to_be_visible()


def test_a_link_opens_for_somebody_without_an_account_and_no_request_or_log_holds_it(
    page_of: NewPage, place: Place
) -> None:
    link, _code = made_by(page_of("amara"), place)
    page, sent = page_of(""), list[str]()
    page.on("request", lambda one: sent.append(f"{one.url} {one.all_headers()}"))
    page.goto(link)
    expect(page.get_by_text("Your invitation is here")).to_be_visible()
    assert page.url == f"{place.origin}/invitation/"
    no_barriers(page)
    press(page, "Open the invitation")
    expect(page.get_by_role("heading", name="Somebody invited you")).to_be_visible()
    join(page)
    come_in(page)
    token = urlsplit(link).fragment
    assert len(sent) > 10 and not [one for one in sent if token in one.partition("#")[0]]
    assert place.holds(token) == [] and "/invitation/" not in place.log.read_text()


def test_without_script_the_code_is_typed(page_of: NewPage, place: Place) -> None:
    link, code = made_by(page_of("amara", script=False), place)
    page = page_of("", script=False)
    page.goto(link)
    expect(page.get_by_text("Harbour")).to_have_count(0)
    press(page, "Open the invitation")
    page.get_by_label("The code of your invitation").fill("0000 0000 0000")
    press(page, "Open the invitation")
    expect(page.get_by_text("This opens nothing now").first).to_be_visible()
    page.get_by_label("The code of your invitation").fill(code.lower().replace("-", " "))
    press(page, "Open the invitation")
    join(page)
    come_in(page)
    assert place.holds(code) == []


def test_somebody_signed_in_comes_in_by_keyboard(page_of: NewPage, place: Place) -> None:
    link, _code = made_by(page_of("amara"), place)
    page = page_of("dana")
    page.goto("/invitation/")
    page.goto(link)  # the page stands already: only what is behind the # changes
    expect(page.get_by_text("Your invitation is here")).to_be_visible()
    tab_to(page, "Open the invitation")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Harbour", level=1)).to_be_visible()
    page.get_by_label("I have read the agreement and accept it").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("Fern")
    tab_to(page, "Join this group")
    page.keyboard.press("Enter")
    expect(page.get_by_text("You are in. Here you are")).to_be_visible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_hosts_copy_link_and_code_and_no_page_has_a_barrier(
    page_of: NewPage, place: Place, dark: bool
) -> None:
    host, page = page_of("amara", dark=dark), page_of("", dark=dark)
    host.context.grant_permissions(["clipboard-write"])
    link, code = made_by(host, place)
    for name, words in (("Copy the link", link), ("Copy the code", code)):
        press(host, name)
        expect(host.get_by_text("Copied")).not_to_have_count(0)
        assert pasted(host.context) == words
    expect(host.get_by_role("button", name="Print")).to_be_visible()
    no_barriers(host)
    page.goto("/invitation/")
    no_barriers(page)
    press(page, "Open the invitation")
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    no_barriers(page)


def pasted(browser: BrowserContext) -> str:
    """What another tab of this browser pastes."""
    tab = browser.new_page()
    tab.goto("/invitation/")
    field = tab.get_by_label("The code of your invitation")
    field.press("Control+v")
    words = field.input_value()
    tab.close()
    return words


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the button of this name has the focus."""
    for _one in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").strip() == name:
            return
    raise AssertionError(f"no way to {name} by keyboard")
