"""A time zone as calendars want it: a VTIMEZONE that says the same as `zoneinfo` (RFC 5545, 3.6.5).

Where a zone changes by the same rule each year, that rule is written down: a list of dates in one property is
legal too, but some readers see only its first (standards.md, A3). Elsewhere each change is a part of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

YEARS = 6  # that are looked at, from the one before this
Part = TimezoneStandard | TimezoneDaylight
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_STEP = timedelta(days=7)  # no zone changes and changes back within a week


@dataclass(frozen=True, slots=True)
class Change:
    """The clocks go from one offset to another; `wall` is what they showed at that instant, before it."""

    wall: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool

    @property
    def rule(self) -> tuple[object, ...]:
        """What is the same each year: the month, the time, the offsets. The week is looked for apart."""
        return self.wall.month, self.wall.weekday(), self.wall.time(), self.before, self.after


@lru_cache(maxsize=512)
def timezone_of(name: str, year: int) -> Timezone:
    """The VTIMEZONE of a zone from the year before `year` on. It is shared: nobody changes it."""
    zone = ZoneInfo(name)
    part = Timezone()
    part.add("TZID", name)
    changes = list(_changes(zone, year - 1))
    for one in _by_rule(changes) or _one_by_one(zone, year - 1, changes):
        part.add_component(one)
    return part


def _changes(zone: ZoneInfo, year: int) -> Iterator[Change]:
    early = datetime(year, 1, 1, tzinfo=UTC)
    end = datetime(year + YEARS, 1, 1, tzinfo=UTC)
    while early < end:
        late = early + _STEP
        if _state(zone, early) != _state(zone, late):
            at = _instant_between(zone, early, late)
            before, after = _state(zone, at - timedelta(seconds=1)), _state(zone, at)
            local = (at + before[0]).replace(tzinfo=None)
            yield Change(local, before[0], after[0], after[1], after[2])
        early = late


def _state(zone: ZoneInfo, at: datetime) -> tuple[timedelta, str, bool]:
    local = at.astimezone(zone)
    return local.utcoffset() or timedelta(), local.tzname() or "", bool(local.dst())


def _instant_between(zone: ZoneInfo, early: datetime, late: datetime) -> datetime:
    before = _state(zone, early)
    while late - early > timedelta(seconds=1):
        middle = early + (late - early) // 2
        middle = middle.replace(microsecond=0)
        early, late = (middle, late) if _state(zone, middle) == before else (early, middle)
    return late


def _by_rule(changes: list[Change]) -> list[Part]:
    """Two parts that come again each year; nothing when the zone keeps no such rule."""
    by_rule: dict[tuple[object, ...], list[Change]] = {}
    for change in changes:
        by_rule.setdefault(change.rule, []).append(change)
    parts: list[Part] = []
    for same in by_rule.values():
        week = _week(same)
        if len(same) != YEARS or week is None:
            return []
        first = same[0]
        part = _part(first)
        day = f"{week}{_WEEKDAYS[first.wall.weekday()]}"
        part.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": first.wall.month, "BYDAY": day})
        parts.append(part)
    return parts


def _week(same: list[Change]) -> int | None:
    """Which such weekday of the month it is, each year: -1 for the last."""
    last = all((one.wall + timedelta(days=7)).month != one.wall.month for one in same)
    weeks = {(one.wall.day - 1) // 7 + 1 for one in same}
    return -1 if last else weeks.pop() if len(weeks) == 1 else None


def _one_by_one(zone: ZoneInfo, year: int, changes: list[Change]) -> list[Part]:
    offset, name, summer = _state(zone, datetime(year, 1, 1, tzinfo=UTC))
    first = Change(datetime(year, 1, 1) + offset - timedelta(days=1), offset, offset, name, summer)  # noqa: DTZ001
    return [_part(one) for one in (first, *changes)]


def _part(change: Change) -> Part:
    part: Part = TimezoneDaylight() if change.summer else TimezoneStandard()
    part.add("DTSTART", change.wall)
    part.add("TZOFFSETFROM", change.before)
    part.add("TZOFFSETTO", change.after)
    part.add("TZNAME", change.name)
    return part
