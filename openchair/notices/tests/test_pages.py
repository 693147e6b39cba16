"""The pages of reminders: what they explain, what they keep, and what they refuse."""

import re
from datetime import UTC, datetime, time

import pytest
from django.test import Client

from openchair.notices.models import CalendarFeed, PushDevice, Reminder, Wishes
from openchair.notices.tests.conftest import Walks
from openchair.notices.tests.push_service import Browser, PushOffice
from openchair.people.models import Session
from tests.cast import Cast, client_of

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
WALK = "/me/reminders/of/walk/own/"
GOOD = {"wall": "19:00", "days": ["0", "2"], "submit_id": "one"}


@pytest.fixture
def ben(cast: Cast, walks: Walks) -> Client:
    """Ben's browser."""
    return client_of(cast.ben)


def text_of(browser: Client, path: str, status: int = 200) -> str:
    """A page, read aloud."""
    answer = browser.get(path)
    assert answer.status_code == status
    return said(answer.content)


def said(page: bytes) -> str:
    """Its words."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.decode()).split())


@pytest.mark.requirement("S86")
def test_nothing_is_on_until_somebody_asks(ben: Client) -> None:
    page = text_of(ben, "/me/reminders/")
    assert "You have set none" in page and "A walk" in page and "An answer" not in page
    assert "off" in page and not Reminder.objects.exists() and not Wishes.objects.exists()
    assert "Reminders and notices" in text_of(ben, "/me/")


def test_it_is_explained_before_it_is_set_and_can_be_changed_and_taken_away(ben: Client) -> None:
    assert "Fresh air, and back in time." in text_of(ben, WALK)
    assert ben.post(WALK, GOOD).status_code == 303
    assert "Mon, Wed at 19:00" in text_of(ben, "/me/reminders/")
    ben.post(WALK, GOOD | {"wall": "18:30", "days": [str(day) for day in range(7)], "submit_id": "two"})
    mine = Reminder.objects.get()
    assert (mine.wall, mine.weekdays) == (time(18, 30), 127)
    assert "Daily at 18:30" in text_of(ben, "/me/reminders/")
    for _twice in range(2):
        assert ben.post(f"/me/reminders/{mine.public_id}/end/").status_code == 303
    assert not Reminder.objects.exists()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"wall": ""}, "Type a time, such as 20:00."),
        ({"wall": "7 o'clock"}, "Type a time, such as 20:00."),
        ({"wall": "25:00"}, "Type a time, such as 20:00."),
        ({"days": []}, "Choose one day or more."),
        ({"wall": "23:30"}, "This would come at 23:30, in your quiet hours (22:00 to 08:00)."),
    ],
)
def test_what_cannot_be_is_said_beside_the_field_and_kept(
    ben: Client, typed: dict[str, object], words: str
) -> None:
    answer = ben.post(WALK, GOOD | typed)
    page = answer.content.decode().replace("&#39;", "'")
    assert answer.status_code == 422 and words in page and not Reminder.objects.exists()
    assert f'value="{(GOOD | typed)["wall"]}"' in page


@pytest.mark.parametrize(
    "path", ["of/nothing/own/", "of/walk/other/", "of/meeting/own/", "of/walk/", "of/answer/own/"]
)
def test_what_is_not_there_is_not_found(ben: Client, path: str) -> None:
    assert ben.get(f"/me/reminders/{path}").status_code == 404


def test_quiet_hours_are_kept_and_a_slip_is_told(ben: Client) -> None:
    path = "/me/reminders/quiet/"
    assert "22:00" in ben.get(path).content.decode()
    good = {"level": "quiet", "quiet_from": "21:00", "quiet_until": "07:30"}
    assert ben.post(path, good | {"quiet_from": "late"}).status_code == 422
    assert ben.post(path, good | {"level": "loud"}).status_code == 422
    assert ben.post(path, good).status_code == 303
    kept = Wishes.objects.get()
    assert (kept.level, kept.quiet_from, kept.quiet_until) == ("quiet", time(21), time(7, 30))
    assert "quiet from 21:00 to 07:30" in text_of(ben, "/me/reminders/")


def test_a_device_is_added_once_listed_and_taken_off(ben: Client, service: PushOffice) -> None:
    path = "/me/reminders/devices/"
    page = text_of(ben, path)
    assert "Something waits for you." in page and "This needs JavaScript" in page
    browser = Browser(service.endpoint("ben"))
    for _twice in range(2):
        assert ben.post(path, browser.fields).status_code == 303
    [device] = PushDevice.objects.all()
    assert "This device" in text_of(ben, path) and "1 device" in text_of(ben, "/me/reminders/")
    ben.post(f"/me/reminders/devices/{device.pk}/end/")
    assert not PushDevice.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"endpoint": "http://10.0.0.1/x"},
        {"endpoint": "https://127.0.0.1/x"},
        {"endpoint": "https://push.example/" + "x" * 800},
        {"endpoint": ""},
        {"public_key": "AAAA"},
        {"public_key": "ü"},
        {"auth": "AAAA"},
    ],
)
def test_a_browser_that_says_nonsense_is_not_kept(ben: Client, wrong: dict[str, str]) -> None:
    answer = ben.post("/me/reminders/devices/", Browser("https://push.example/ben").fields | wrong)
    assert answer.status_code == 422 and "named a service that we do not ask" in answer.content.decode()
    assert not PushDevice.objects.exists()


def test_a_shared_computer_is_never_told(cast: Cast) -> None:
    browser = client_of(cast.ben, Session.Mode.SHARED)
    assert "shared computer" in text_of(browser, "/me/reminders/devices/")
    assert browser.post("/me/reminders/devices/", Browser("https://push.example/b").fields).status_code == 422
    assert not PushDevice.objects.exists()


def test_a_browser_belongs_to_whoever_signed_in_last(cast: Cast) -> None:
    fields = Browser("https://push.example/family").fields
    for person in (cast.ben, cast.chidi):
        client_of(person).post("/me/reminders/devices/", fields)
    assert [one.person for one in PushDevice.objects.all()] == [cast.chidi]


def test_signing_out_ends_it(ben: Client) -> None:
    ben.post("/me/reminders/devices/", Browser("https://push.example/ben").fields)
    assert PushDevice.objects.count() == 1
    ben.post("/sign-out/")
    assert not PushDevice.objects.exists()


def test_the_worker_is_one_small_script_without_a_store(cast: Cast) -> None:
    answer = Client().get("/sw.js")
    script = answer.content.decode()
    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert len(script) < 2000 and not re.search(r"caches|indexedDB|\"fetch\"|fetch\(|importScripts", script)


def test_nobody_else_s_reminder_device_or_notice_is_touched(cast: Cast, ben: Client) -> None:
    ben.post(WALK, GOOD)
    ben.post("/me/reminders/devices/", Browser("https://push.example/ben").fields)
    chidi = client_of(cast.chidi)
    chidi.post(f"/me/reminders/{Reminder.objects.get().public_id}/end/")
    chidi.post(f"/me/reminders/devices/{PushDevice.objects.get().pk}/end/")
    assert Reminder.objects.count() == PushDevice.objects.count() == 1
    assert not CalendarFeed.objects.exists()
