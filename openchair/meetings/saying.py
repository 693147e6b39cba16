"""Days and times as a page says them. Every time names its zone."""

from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo

from django.utils.dateformat import format as date_words
from django.utils.dates import WEEKDAYS
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from openchair.meetings.recurrence import Rule, Span


def zone_words(zone: str) -> str:
    """The clock of a zone by its city: "Rome time", "Buenos Aires time", "UTC"."""
    city = zone.rpartition("/")[2].replace("_", " ")
    return city if "/" not in zone else _("%(city)s time") % {"city": city}


def clock(span: Span, zone: ZoneInfo) -> str:
    """From when to when on the clock of `zone`: "20:00–21:30"."""
    return f"{begins(span, zone)}–{hour(span.end, zone)}"


def begins(span: Span, zone: tzinfo) -> str:
    """When it begins on the clock of `zone`: "20:00"."""
    return hour(span.start, zone)


def until(span: Span, zone: ZoneInfo) -> str:
    """When it ends on the clock of `zone`: "until 21:30"."""
    return _("until %(time)s") % {"time": hour(span.end, zone)}


def day(at: datetime, zone: tzinfo, now: datetime) -> str:
    """The date in `zone`: "Today", "Tomorrow", or "Tuesday 24 November"."""
    here, today = at.astimezone(zone).date(), now.astimezone(zone).date()
    if here == today:
        return _("Today")
    return _("Tomorrow") if (here - today).days == 1 else full_date(here)


def full_date(when: date) -> str:
    """A date with its weekday, in the reader's language."""
    return capfirst(date_words(when, pgettext("a date: see Django's date format letters", "l j F")))


def rule_words(rule: Rule) -> str:
    """The rule on its own clock: "Tuesdays at 20:00, Rome time"."""
    said = {"time": f"{rule.wall:%H:%M}", "zone": zone_words(rule.zone)}
    if rule.on is not None:
        return _("%(date)s at %(time)s, %(zone)s") % (said | {"date": full_date(rule.on)})
    return _("Every %(weekday)s at %(time)s, %(zone)s") % (said | {"weekday": WEEKDAYS[rule.weekday or 0]})


def same_clock(one: ZoneInfo, other: ZoneInfo, at: datetime) -> bool:
    """Do the clocks of both zones show the same at this instant?"""
    return at.astimezone(one).utcoffset() == at.astimezone(other).utcoffset()


def hour(at: datetime, zone: tzinfo) -> str:
    """An instant on the clock of `zone`: "20:00"."""
    return f"{at.astimezone(zone):%H:%M}"
