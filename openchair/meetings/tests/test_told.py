"""People are reminded of meetings, and find those of their groups in their own calendar."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events  # type: ignore[import-untyped]
import time_machine
from django.test import Client
from icalendar import Calendar

from openchair.meetings import listing
from openchair.meetings.cancelling import cancel
from openchair.meetings.moving import move
from openchair.meetings.scheduling import end
from openchair.meetings.telling import MEETING, sentences
from openchair.meetings.tests.recipes import series_at
from openchair.notices import feeds, reminding, showing
from openchair.notices.models import Reminder
from openchair.notices.reminding import When
from openchair.notices.telling import tell
from openchair.people.models import Person, Place
from openchair.people.settling import settle
from tests.cast import Cast, client_of
from tests.recipes import group, host_of

NOON = datetime(2026, 10, 19, 12, tzinfo=UTC)  # a Monday, six days before Europe's clocks go back


@pytest.fixture
def rome(cast: Cast) -> Person:
    """Ben, who lives in Rome."""
    settle(person=cast.ben, place=Place.here(), zone="Europe/Rome", rollover=0)
    return cast.ben


def text_of(browser: Client, path: str) -> str:
    """A page, read aloud."""
    answer = browser.get(path)
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def found(token: str) -> Calendar:
    """The file that a calendar reads."""
    return Calendar.from_ical(Client().get(f"/calendar/{token}.ics").content)


def times(calendar: Calendar, days: int) -> list[datetime]:
    """When something stands in it, in UTC, as an independent reader works it out."""
    events = recurring_ical_events.of(calendar).between(NOON, NOON + timedelta(days=days))
    return sorted(event["DTSTART"].dt.astimezone(UTC) for event in events)


def test_a_meeting_reminds_from_its_own_page_and_only_who_may_know_of_it(cast: Cast) -> None:
    with time_machine.travel(NOON, tick=False):
        meeting = series_at(cast.harbour, NOON.replace(hour=19), name="Evening")
        ben, dana = client_of(cast.ben), client_of(cast.dana)
        path = f"/me/reminders/of/meeting/{meeting.public_id}/"
        assert path in ben.get(f"/meetings/{meeting.public_id}/").content.decode()
        assert dana.get(path).status_code == 404 == dana.post(path, {"before": "30"}).status_code
        assert "Evening, Harbour" in text_of(ben, path)
        assert ben.post(path, {"before": "30"}).status_code == 303
        assert Reminder.objects.get().next_at == NOON.replace(hour=18, minute=30)
        assert "30 minutes before · next today 18:30" in text_of(ben, "/me/reminders/")
        assert ben.post(path, {"before": "31"}).status_code == 422


def test_a_reminder_that_quiet_hours_would_swallow_is_refused(cast: Cast) -> None:
    with time_machine.travel(NOON, tick=False):
        early = series_at(cast.harbour, NOON.replace(day=20, hour=8, minute=15), name="Early")
        answer = client_of(cast.ben).post(f"/me/reminders/of/meeting/{early.public_id}/", {"before": "30"})
    assert answer.status_code == 422 and "This would come at 07:45" in answer.content.decode()


def test_meetings_of_one_s_groups_are_in_it_moved_and_called_off(cast: Cast, rome: Person) -> None:
    with time_machine.travel(NOON, tick=False):
        made = series_at(cast.harbour, NOON.replace(hour=19), name="Evening", zone="UTC")
        other = series_at(group(cast.dana, name="Mole"), NOON.replace(hour=18), name="Elsewhere")
        second, third = (NOON.replace(hour=19) + timedelta(weeks=weeks) for weeks in (1, 2))
        cancel(series=made, start=second, by=host_of(cast.harbour), why="")
        move(series=made, start=third, to=third + timedelta(hours=2))
        calendar = found(feeds.make(person=rome, tells_names=True))
    assert [f"{one:%d %H}" for one in times(calendar, 22)] == ["19 19", "02 21", "09 19"]
    summaries = {str(event["SUMMARY"]) for event in calendar.walk("VEVENT")}
    assert summaries == {"Evening, Harbour"} and other.name not in calendar.to_ical().decode()


def test_a_listed_meeting_that_one_is_reminded_of_is_in_it_while_it_is_listed(cast: Cast) -> None:
    with time_machine.travel(NOON, tick=False):
        pier, ben = group(cast.dana, name="Pier", listed=True), cast.ben
        made = series_at(pier, NOON.replace(hour=18), name="For anybody")
        series_at(pier, NOON.replace(hour=17), name="Not chosen")
        token = feeds.make(person=ben, tells_names=True)
        assert times(found(token), 7) == []
        reminding.remind(person=ben, kind=MEETING, subject=made.public_id, when=When(minutes_before=30))
        assert times(found(token), 7) == [NOON.replace(hour=18)]
        summaries = {str(event["SUMMARY"]) for event in found(token).walk("VEVENT")}
        assert summaries == {"For anybody, Pier"}
        feed_of_amara = feeds.make(person=cast.amara, tells_names=True)
        assert times(found(feed_of_amara), 7) == []
        pier.listed = False
        pier.save()
        assert times(found(token), 7) == []


def test_unless_somebody_says_otherwise_it_tells_when_and_no_name(cast: Cast, rome: Person) -> None:
    with time_machine.travel(NOON, tick=False):
        series_at(cast.harbour, NOON.replace(hour=19), name="Evening")
        calendar = found(feeds.make(person=rome, tells_names=False))
    text = calendar.to_ical().decode()
    assert {str(event["SUMMARY"]) for event in calendar.walk("VEVENT")} == {"Appointment"}
    assert {str(event["CLASS"]) for event in calendar.walk("VEVENT")} == {"PRIVATE"}
    for word in (
        "Evening",
        "Harbour",
        "walk",
        "Open Chair",
        "Amara",
        "Ben",
        "http",
        "DESCRIPTION",
        "ORGANIZER",
    ):
        assert word not in text, word


def test_a_reminder_follows_its_meeting_wherever_it_goes(cast: Cast) -> None:
    with time_machine.travel(NOON, tick=False):
        start = NOON.replace(hour=19)
        made = series_at(cast.harbour, start, name="Evening")
        when = When(minutes_before=30)
        mine = reminding.remind(person=cast.ben, kind=MEETING, subject=made.public_id, when=when)
        move(series=made, start=start, to=start + timedelta(hours=2))
        mine.refresh_from_db()
        assert mine.next_at == start + timedelta(minutes=90)
        cancel(series=made, start=start + timedelta(hours=2), by=host_of(cast.harbour), why="")
        mine.refresh_from_db()
        assert mine.next_at == start + timedelta(days=7, minutes=-30)
        end(series=made)
        mine.refresh_from_db()
        assert mine.next_at is None


def test_what_is_told_is_taken_down_when_the_meeting_is_called_off(cast: Cast) -> None:
    with time_machine.travel(NOON, tick=False):
        start = NOON.replace(hour=13)
        made = series_at(cast.harbour, start, name="Early")
        Reminder.objects.create(
            person=cast.ben, kind=MEETING, subject=made.public_id, minutes_before=60, next_at=NOON
        )
        reminding.remind_due(NOON)
        assert [one.line for one in showing.told_to(cast.ben)] == ["Today at 13:00: Early"]
        cancel(series=made, start=start, by=host_of(cast.harbour), why="")
        assert showing.told_to(cast.ben) == []


def test_today_says_of_a_meeting_it_shows_what_the_reminder_would_say(rome: Person) -> None:
    with time_machine.travel(NOON, tick=False):
        harbour = group(rome)
        for hour, name in ((13, "Early"), (11, "Since eleven")):
            subject = series_at(harbour, NOON.replace(hour=hour, minute=30), name=name).public_id
            tell(person=rome, kind=MEETING, subject=subject)
        rows = listing.mine_today(ZoneInfo("UTC"), rome, [])
        known = sentences(rows, rome, Place.here())
        assert sorted(known.values()) == ["Since eleven is on now", "Today at 15:30: Early"]
        assert showing.told_to(rome, known) == showing.told_to(rome)
        assert "Today at 15:30: Early" in text_of(client_of(rome), "/today/")
