"""One's own calendar: right in every zone, quiet about what it is, and gone when it is taken back."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
import recurring_ical_events  # type: ignore[import-untyped]
import time_machine
from django.test import Client
from icalendar import Calendar, Timezone

from openchair.notices import feeds, reminding
from openchair.notices.calendar_zones import timezone_of
from openchair.notices.reminding import When
from openchair.notices.tests.conftest import Walks
from openchair.people.models import Person, Place
from openchair.people.settling import settle
from tests.cast import Cast, client_of

NOON = datetime(2026, 10, 19, 12, tzinfo=UTC)  # a Monday, six days before Europe's clocks go back
PAGE = "/me/reminders/calendar/"


def found(token: str) -> Calendar:
    """The file that a calendar reads."""
    answer = Client().get(f"/calendar/{token}.ics")
    assert answer.status_code == 200 and answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert not answer.cookies
    body = answer.content
    assert all(len(line) <= 75 for line in body.split(b"\r\n")) and b"\n" not in body.replace(b"\r\n", b"")
    return Calendar.from_ical(body)


def times(calendar: Calendar, days: int) -> list[datetime]:
    """When something stands in it, in UTC, as an independent reader works it out."""
    events = recurring_ical_events.of(calendar).between(NOON, NOON + timedelta(days=days))
    return sorted(event["DTSTART"].dt.astimezone(UTC) for event in events)


@pytest.fixture
def ben(cast: Cast, walks: Walks) -> Person:
    """Ben, who lives in Rome, at noon of a Monday."""
    settle(person=cast.ben, place=Place.here(), zone="Europe/Rome", rollover=0)
    return cast.ben


@pytest.mark.parametrize("name", sorted(available_timezones()))
def test_a_calendar_s_zone_says_what_the_zone_says(name: str) -> None:
    zone, part = ZoneInfo(name), Timezone.from_ical(timezone_of(name, 2026).to_ical())
    assert isinstance(part, Timezone)
    told = part.to_tz(lookup_tzid=False)
    at = datetime(2026, 1, 1, tzinfo=UTC)
    while at < datetime(2028, 6, 1, tzinfo=UTC):
        wall = at.astimezone(zone).replace(tzinfo=None, fold=0)
        at += timedelta(hours=59)
        if _comes_once(wall, zone):
            assert wall.replace(tzinfo=told).utcoffset() == wall.replace(tzinfo=zone).utcoffset(), wall


@pytest.mark.parametrize("name", ["America/New_York", "Europe/London", "Australia/Sydney"])
def test_a_zone_with_a_rule_writes_it_down(name: str) -> None:
    told = timezone_of(name, 2026).to_ical()
    assert told.count(b"RRULE:FREQ=YEARLY") == 2 and b"RDATE" not in told


def test_no_zone_needs_a_list_of_dates() -> None:
    for name in ("Asia/Kolkata", "Africa/Casablanca", "America/Sao_Paulo", "Asia/Jerusalem"):
        assert b"RDATE" not in timezone_of(name, 2026).to_ical()


def test_a_reminder_keeps_its_time_of_day_over_the_change_of_clocks(ben: Person) -> None:
    with time_machine.travel(NOON, tick=False):
        reminding.remind(person=ben, kind="walk", when=When(wall=time(19), weekdays=0b1000001))
        calendar = found(feeds.make(person=ben, tells_names=False))
    assert [f"{one:%d %H}" for one in times(calendar, 14)] == ["19 17", "25 18", "26 18", "01 18"]


def test_it_is_not_sent_twice_when_nothing_changed(ben: Person) -> None:
    token = feeds.make(person=ben, tells_names=False)
    first = Client().get(f"/calendar/{token}.ics")
    again = Client().get(f"/calendar/{token}.ics", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304 and again.content == b""
    reminding.remind(person=ben, kind="walk", when=When(wall=time(19)))
    other = Client().get(f"/calendar/{token}.ics", headers={"if-none-match": first["ETag"]})
    assert other.status_code == 200 and other["ETag"] != first["ETag"]


def test_the_address_is_shown_once_made_anew_and_taken_back(ben: Person) -> None:
    browser = client_of(ben)
    assert browser.post(PAGE, {"tells_names": "on"}).status_code == 303
    page = browser.get(PAGE).content.decode()
    token = page.split("/calendar/")[1].split(".ics")[0]
    assert token not in browser.get(PAGE).content.decode()
    found(token)
    browser.post(PAGE, {})
    assert Client().get(f"/calendar/{token}.ics").status_code == 404
    token = browser.get(PAGE).content.decode().split("/calendar/")[1].split(".ics")[0]
    found(token)
    for _twice in range(2):
        assert browser.post(f"{PAGE}end/").status_code == 303
    assert Client().get(f"/calendar/{token}.ics").status_code == 404
    assert "off" in browser.get("/me/reminders/").content.decode()


def test_an_empty_calendar_is_one_too(cast: Cast) -> None:
    assert list(found(feeds.make(person=cast.dana, tells_names=False)).walk("VEVENT")) == []


def _comes_once(wall: datetime, zone: ZoneInfo) -> bool:
    first, second = (wall.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    return first == second
