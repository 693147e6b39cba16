"""Passkeys in a real browser, with a device of Chromium's own: made, used, copied, bent and refused (S34)."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.cast import WORDS
from tests.journeys.arriving import press
from tests.journeys.conftest import NewPage, no_barriers
from tests.journeys.place import Place
from tests.journeys.test_joining import join
from tests.journeys.virtual_authenticator import ASK, CHALLENGE, SEND, Authenticator

pytestmark = [pytest.mark.journey, pytest.mark.requirement("S34")]
REFUSED = "This passkey does not open anything here"


def enrol(page: Page, name: str = "") -> None:
    """Add a passkey on the page that says what it means."""
    page.goto("/me/passkeys/new/")
    page.get_by_label("A name for it").fill(name)
    press(page, "Make a passkey on this device")
    expect(page.get_by_text("Your passkey is kept. You can sign in with it")).to_be_visible()


def sign_out(page: Page) -> None:
    page.goto("/me/")
    press(page, "Sign out on this device")
    page.goto("/sign-in/")


def come_in(page: Page) -> None:
    """The button, and nothing typed."""
    page.goto("/sign-in/")
    press(page, "Sign in with a passkey")
    expect(page).to_have_url(re.compile("/today/$"))
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()


def send(page: Page, answer: str, to: str = "/sign-in/passkey/") -> None:
    with page.expect_navigation():
        page.evaluate(SEND, {"answer": answer, "to": to})


def ask(page: Page, **bent: object) -> str:
    """A signature for a new challenge of ours."""
    challenge = page.evaluate(CHALLENGE)
    return str(page.evaluate(ASK, {"challenge": challenge, "bent": bent}))


@pytest.fixture
def phone(page_of: NewPage) -> tuple[Page, Authenticator]:
    """Somebody who joined a moment ago, on a phone that can hold passkeys."""
    page = page_of("")
    device = Authenticator(page)
    join(page)
    return page, device


def test_made_on_the_first_day_and_used_without_a_name(phone: tuple[Page, Authenticator]) -> None:
    page, device = phone
    enrol(page, "blue phone")
    expect(page.get_by_role("main")).to_contain_text("blue phone")
    no_barriers(page)
    [kept] = device.passkeys()
    assert kept["isResidentCredential"] and kept["rpId"] == "localhost"
    assert kept.get("userName", "Notes ").startswith("Notes ")
    sign_out(page)
    no_barriers(page)
    come_in(page)
    page.goto("/me/passkeys/")
    expect(page.get_by_role("main")).to_contain_text("used this week")
    page.get_by_role("link", name="blue phone").click()
    no_barriers(page)
    press(page, "Remove this passkey")
    expect(page.get_by_text("It opens nothing here any more")).to_be_visible()
    sign_out(page)
    press(page, "Sign in with a passkey")
    expect(page.get_by_text(REFUSED)).to_be_visible()
    no_barriers(page)


def test_two_devices_each_open_and_a_copy_is_told_of(phone: tuple[Page, Authenticator]) -> None:
    page, device = phone
    enrol(page, "blue phone")
    [first] = device.passkeys()
    device.exchange()
    enrol(page, "laptop")
    sign_out(page)
    come_in(page)
    expect(page.get_by_text("may have a copy")).to_have_count(0)
    sign_out(page)
    device.exchange()
    device.put(first, signCount=first["signCount"] + 5)
    come_in(page)
    sign_out(page)
    device.exchange()
    device.put(first, signCount=0)
    come_in(page)
    expect(page.get_by_text("a passkey was used that may have a copy")).to_be_visible()
    page.get_by_role("button", name="This was me", exact=True).click()
    expect(page.get_by_text("may have a copy")).to_have_count(0)


def test_what_was_sent_before_opens_nothing_again(phone: tuple[Page, Authenticator], place: Place) -> None:
    page, _device = phone
    enrol(page)
    sign_out(page)
    answer = ask(page)
    [carried] = [one for one in page.context.cookies(place.origin) if one["name"] == "draft-passkey"]
    send(page, answer)
    expect(page).to_have_url(f"{place.origin}/today/")
    sign_out(page)
    page.context.add_cookies([{"name": "draft-passkey", "value": carried["value"], "url": place.origin}])
    send(page, answer)
    expect(page.get_by_text(REFUSED)).to_be_visible()


def test_a_device_that_does_not_know_its_person_opens_nothing(phone: tuple[Page, Authenticator]) -> None:
    page, device = phone
    enrol(page)
    sign_out(page)
    device.verified(False)
    press(page, "Sign in with a passkey")
    expect(page.get_by_text("Nothing came of it")).to_be_visible()
    send(page, ask(page, userVerification="discouraged"))
    expect(page.get_by_text(REFUSED)).to_be_visible()
    device.verified(True)
    come_in(page)


def test_a_neighbour_on_the_same_machine_gets_a_signature_that_is_worth_nothing(
    phone: tuple[Page, Authenticator], browser: Browser
) -> None:
    page, device = phone
    enrol(page)
    sign_out(page)
    context = browser.new_context()
    context.route("**/*", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    neighbour = context.new_page()
    neighbour.goto("http://localhost:9/")
    Authenticator(neighbour).put(device.passkeys()[0])
    challenge = page.evaluate(CHALLENGE)
    answer = neighbour.evaluate(ASK, {"challenge": challenge, "bent": {}})
    context.close()
    send(page, answer)
    expect(page.get_by_text(REFUSED)).to_be_visible()
    come_in(page)


def test_somebody_elses_passkey_confirms_nothing(phone: tuple[Page, Authenticator], place: Place) -> None:
    page, _device = phone
    enrol(page)
    page.context.add_cookies([{"name": "oc", "value": place.told["sessions"]["ben"], "url": place.origin}])
    page.goto("/me/confirm/?next=/me/words/")
    send(page, ask(page), "/me/confirm/passkey/")
    expect(page.get_by_text("This passkey does not open this account")).to_be_visible()
    page.get_by_label("Your words").fill(WORDS)
    press(page, "Go on")
    expect(page.get_by_text("Every other device is signed out when you change them")).to_be_visible()


def test_without_script_words_are_enough_and_it_is_said(page_of: NewPage) -> None:
    page = page_of("ben", script=False)
    for path in ("/me/passkeys/new/", "/sign-in/?next=/"):
        page.goto(path)
        expect(page.get_by_role("button", name="passkey")).to_have_count(0)
    page.goto("/me/passkeys/new/")
    expect(page.get_by_text("Without them you lose nothing")).to_be_visible()
