"""A person's own calendar as a file (RFC 5545, RFC 7986), for whoever has its secret address.

Calendars are read by employers and families. A discreet one says "Appointment" and nothing else: no name, no
address, no words. Neither names a person.
"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vDuration, vText

from openchair.notices import calendar_parts, calendar_zones, kinds
from openchair.notices.calendar_parts import Entry
from openchair.notices.home import home_zone
from openchair.notices.models import CalendarFeed, Reminder
from openchair.people.models import Person

REMINDER_LASTS = 10  # minutes
_REFRESH = timedelta(hours=6)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def file_of(feed: CalendarFeed, moment: datetime) -> bytes:
    """The whole file, the same all day unless something changed."""
    today = moment.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    entries = [*_reminders(feed.person), *calendar_parts.entries_of(feed.person, moment)]
    calendar = _frame()
    zones = {entry.begins.tzinfo.key for entry in entries if isinstance(entry.begins.tzinfo, ZoneInfo)}
    for zone in sorted(zones - {"UTC"}):
        calendar.add_component(calendar_zones.timezone_of(zone, moment.year))
    for entry in entries:
        calendar.add_component(_event(entry, today, discreet=not feed.tells_names))
    return bytes(calendar.to_ical())


def _frame() -> Calendar:
    calendar = Calendar()
    calendar.add("PRODID", "-//Notes//Calendar//EN")
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    for name in ("NAME", "X-WR-CALNAME"):
        calendar.add(name, _("Notes"))
    refresh = vDuration(_REFRESH)
    refresh.params["VALUE"] = vText("DURATION")
    calendar["REFRESH-INTERVAL"] = refresh
    calendar["X-PUBLISHED-TTL"] = vDuration(_REFRESH)
    return calendar


def _event(entry: Entry, today: datetime, *, discreet: bool) -> Event:
    event = Event()
    event.add("UID", entry.uid)
    event.add("DTSTAMP", today)
    event.add("SUMMARY", _("Appointment") if discreet else entry.name)
    event.add("DTSTART", entry.begins)
    event.add("DURATION", timedelta(minutes=entry.minutes))
    event.add("CLASS", "PRIVATE")
    if entry.weekdays:
        event.add("RRULE", {"FREQ": "WEEKLY", "BYDAY": [_WEEKDAYS[day] for day in entry.weekdays]})
    if not discreet:
        event.add("URL", settings.OPENCHAIR_ORIGIN + entry.path)
    return event


def _reminders(person: Person) -> list[Entry]:
    """Those at a time of day; what comes before a thing is told by the entry of the thing itself.

    Not those of which only the day itself knows whether they come: an entry that is read once stays there.
    """
    found = person.reminders.filter(wall__isnull=False, next_at__isnull=False).order_by("pk")
    return [entry for one in found if (entry := _entry(one))]


def _entry(reminder: Reminder) -> Entry | None:
    kind = kinds.named(reminder.kind)
    if kind is None or kind.on_its_days or reminder.next_at is None:
        return None
    days = tuple(day for day in range(7) if reminder.weekdays >> day & 1)
    return Entry(
        uid=f"{reminder.public_id}@notes",
        name=str(kind.title),
        begins=reminder.next_at.astimezone(home_zone(reminder.person)),
        minutes=REMINDER_LASTS,
        path=kind.link(reminder.subject),
        weekdays=days,
    )
