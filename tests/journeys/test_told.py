"""A reminder is set on a phone, a push comes to it, and the real service worker shows a sign without words.

Chromium's own push service cannot be reached from a machine without the world, so the push goes to one of the
test's: what it carried is opened with the browser's key, and handed to the service worker by DevTools.
"""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import CDPSession, Page, expect

from openchair.notices.tests.push_service import Browser, PushOffice, serving
from tests.journeys.conftest import NewPage, no_barriers
from tests.journeys.place import Place

pytestmark = pytest.mark.journey
WEEK, MINUTE = 7 * 24 * 3600, 60
SHOWN = """async () => {
  const registration = await navigator.serviceWorker.ready;
  return (await registration.getNotifications()).map((one) => [one.title, one.body, one.tag]);
}"""
SUBSCRIBED = """(fields) => {
  const form = document.querySelector("push-device").closest("form");
  for (const [name, value] of Object.entries(fields)) form.elements[name].value = value;
  form.submit();
}"""


@pytest.fixture
def service() -> Iterator[PushOffice]:
    """A push service of the test's."""
    with serving() as found:
        yield found


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """A place whose clock can be moved, and which asks push services on this machine."""
    shift = tmp_path / "shift"
    shift.write_text("0")
    tests = {"TESTS": "1", "PUSH_LOOPBACK": "1", "CLOCK_SHIFT": str(shift)}
    here = Place(tmp_path / "place", {f"OPENCHAIR_{name}": value for name, value in tests.items()})
    here.prepare()
    here.start()
    yield here
    here.stop()


def press(page: Page, name: str) -> None:
    """A button, by its name."""
    page.get_by_role("button", name=name, exact=True).click()


def remind_of_the_meeting(page: Page, place: Place) -> None:
    """From the meeting's page, through the page that explains it; at any hour."""
    page.goto("/me/reminders/quiet/")
    for label in ("Quiet from", "until"):
        page.get_by_label(label, exact=True).fill("03:00")
    press(page, "Keep this")
    page.goto(f"/meetings/{place.told['meeting']}/")
    page.get_by_role("link", name="Remind me").click()
    expect(page.get_by_text("You are reminded before each date of this meeting.")).to_be_visible()
    page.get_by_label("30 minutes before").check()
    press(page, "Remind me")
    expect(page.get_by_text("It is set.")).to_be_visible()


def devtools(page: Page) -> tuple[CDPSession, str]:
    """A line to the service worker, and the id of its registration."""
    line, found = page.context.new_cdp_session(page), list[str]()
    line.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda told: found.extend(one["registrationId"] for one in told["registrations"]),
    )
    line.send("ServiceWorker.enable")
    page.wait_for_timeout(500)
    return line, found[-1]


def shown(page: Page) -> list[list[str]]:
    """The signs that the browser shows, as soon as there is one."""
    for _turn in range(50):
        if found := page.evaluate(SHOWN):
            return list(found)
        page.wait_for_timeout(100)
    return []


@pytest.mark.requirement("S91")
def test_a_push_comes_and_the_service_worker_shows_a_sign_without_words(
    place: Place, page_of: NewPage, service: PushOffice
) -> None:
    page, browser = page_of("ben"), Browser(service.endpoint("ben"))
    page.context.grant_permissions(["notifications"], origin=place.origin)
    remind_of_the_meeting(page, place)
    for part in ("", "quiet/", "calendar/", "mail/", f"of/meeting/{place.told['meeting']}/", "devices/"):
        page.goto(f"/me/reminders/{part}")
        no_barriers(page)
    press(page, "Turn on for this device")
    expect(page.get_by_role("status").last).to_have_text(
        "The browser could not turn it on. Nothing was changed."
    )
    page.evaluate(SUBSCRIBED, browser.fields)
    expect(page.get_by_text("This device is told from now on")).to_be_visible()
    body = _pushed(place, service)
    line, registration = devtools(page)
    told = {"origin": place.origin, "registrationId": registration, "data": browser.opened(body).decode()}
    line.send("ServiceWorker.deliverPushMessage", told)
    assert shown(page) == [["Notes", "Something waits for you.", "waits"]]
    page.goto("/today/")
    expect(page.get_by_role("main").get_by_role("link").first).to_contain_text("Evening")
    press(page, "Seen")
    expect(page.get_by_role("button", name="Seen")).to_have_count(0)


def test_without_script_everything_but_the_sign_works(place: Place, page_of: NewPage) -> None:
    page = page_of("ben", script=False)
    remind_of_the_meeting(page, place)
    page.goto("/me/reminders/devices/")
    expect(page.get_by_text("This needs JavaScript")).to_be_visible()
    page.goto("/me/reminders/calendar/")
    press(page, "Make an address")
    expect(page.get_by_text("It is shown once.")).to_be_visible()
    address = page.locator("#link").inner_text()
    assert place.asked(address.removeprefix(place.origin)) == 200
    page.goto("/me/reminders/mail/")
    expect(page.get_by_text("This place sends no mail")).to_be_visible()


def _pushed(place: Place, service: PushOffice) -> bytes:
    """A week passes, and the push that comes half an hour before the meeting."""
    place.pass_time(WEEK - 28 * MINUTE)
    last = time.monotonic() + 90
    while not service.caught and time.monotonic() < last:
        place.pass_time(WEEK - 28 * MINUTE + (0 if time.monotonic() < last - 65 else 3 * MINUTE))
        time.sleep(1)
    place.pass_time(WEEK - 25 * MINUTE)
    assert len(service.caught) == 1
    return service.caught[0].body
