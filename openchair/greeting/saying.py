"""How long somebody waits, as people say it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openchair.groups.days import day

AN_HOUR = timedelta(hours=1)


def waits(since: datetime, moment: datetime, zone: ZoneInfo) -> str:
    """On the reader's clock: "Waiting since yesterday evening, 9 hours"."""
    told = {"since": since_when(since, moment, zone), "time": how_long(moment - since)}
    return _("Waiting since %(since)s, %(time)s") % told


def since_when(since: datetime, moment: datetime, zone: ZoneInfo) -> str:
    """The part of the day, to whoever reads it at `moment`."""
    here, there = since.astimezone(zone), moment.astimezone(zone)
    ago = (there.date() - here.date()).days
    if ago <= 0:
        return _today(here.hour, there.hour)
    if ago == 1:
        return _yesterday(here.hour)
    return day(since, zone)


def how_long(time: timedelta) -> str:
    """Whole hours, and from two days on whole days."""
    hours = time // AN_HOUR
    if hours < 1:
        return _("less than an hour")
    if hours < 48:
        return ngettext("%(num)d hour", "%(num)d hours", hours) % {"num": hours}
    return ngettext("%(num)d day", "%(num)d days", hours // 24) % {"num": hours // 24}


def about(time: timedelta) -> str:
    """Rounded, so that it says nothing of any single answer: "about 2 hours"."""
    minutes = time / timedelta(minutes=1)
    if minutes < 15:
        return _("a few minutes")
    if minutes < 45:
        return _("about half an hour")
    if minutes < 90:
        return _("about an hour")
    hours = round(minutes / 60)
    if hours < 22:
        return ngettext("about %(num)d hour", "about %(num)d hours", hours) % {"num": hours}
    if hours < 36:
        return _("about a day")
    days = round(hours / 24)
    return ngettext("about %(num)d day", "about %(num)d days", days) % {"num": days}


def _today(hour: int, present: int) -> str:
    if hour < 5:
        return _("earlier tonight") if present < 5 else _("last night")
    if hour < 12:
        return _("this morning")
    return _("this afternoon") if hour < 18 else _("this evening")


def _yesterday(hour: int) -> str:
    if hour < 5:
        return _("the night before last")
    if hour < 12:
        return _("yesterday morning")
    return _("yesterday afternoon") if hour < 18 else _("yesterday evening")
