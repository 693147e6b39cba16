"""The week to come, as one of those who welcome people sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from openchair.groups.models import Membership
from openchair.kit.clock import now
from openchair.meetings import saying
from openchair.roster.rota import AHEAD, Rota, Slot


@dataclass(frozen=True, slots=True)
class Line:
    """Some hours: when on the reader's clock, who is here, and what the reader can do."""

    time: str
    who: str
    shift_id: str
    start: datetime
    mine: bool
    is_open: bool
    asked: bool  # these are the reader's own hours, and somebody else is looked for


@dataclass(frozen=True, slots=True)
class Day:
    """The lines of one day on the reader's clock."""

    name: str
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Week:
    """Who is here now, and the seven days to come."""

    present: Sequence[str]
    coming: str
    days: Sequence[Day]


def week_of(rota: Rota, me: Membership, zone: ZoneInfo) -> Week:
    """From now on, in order."""
    moment = now()
    slots = rota.slots(moment, moment + AHEAD)
    on = [one for one in slots if one.span.start <= moment]
    present = sorted({_here(one, zone) for one in on if one.holder}, key=str.casefold)
    by_day = groupby(slots, key=lambda one: one.span.start.astimezone(zone).date())
    days = [_day(list(those), me, zone, moment) for _date, those in by_day]
    return Week(present, _next(slots, zone, moment), days)


def _here(slot: Slot, zone: ZoneInfo) -> str:
    alias = slot.holder.alias if slot.holder else ""
    return _("%(alias)s is here until %(time)s.") % {"alias": alias, "time": saying.hour(slot.span.end, zone)}


def _next(slots: Sequence[Slot], zone: ZoneInfo, moment: datetime) -> str:
    """When somebody is here again."""
    coming = next((one for one in slots if one.holder and one.span.start > moment), None)
    if coming is None or coming.holder is None:
        return ""
    told = {
        "alias": coming.holder.alias,
        "day": saying.day(coming.span.start, zone, moment),
        "time": saying.hour(coming.span.start, zone),
    }
    return _("Next is %(alias)s: %(day)s at %(time)s.") % told


def _day(slots: Sequence[Slot], me: Membership, zone: ZoneInfo, moment: datetime) -> Day:
    return Day(saying.day(slots[0].span.start, zone, moment), [_line(one, me, zone) for one in slots])


def _line(slot: Slot, me: Membership, zone: ZoneInfo) -> Line:
    mine, is_open = slot.holder == me, slot.holder is None
    who = _("nobody yet") if slot.holder is None else _("you") if mine else slot.holder.alias
    return Line(
        time=saying.clock(slot.span, zone),
        who=who,
        shift_id=slot.shift.public_id,
        start=slot.span.start,
        mine=mine,
        is_open=is_open,
        asked=is_open and slot.shift.membership_id == me.pk,
    )
