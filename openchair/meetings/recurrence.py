"""When a meeting takes place: a weekly wall-clock rule, or one date, turned into instants.

Pure: no database, no settings, no clock. A rule speaks the wall clock of its own IANA zone; everything
that leaves this module is an aware UTC instant.

Source of the rule for odd hours: RFC 5545 §3.3.5, which equals `fold=0` of PEP 495. A wall time that the
clocks jump over is read with the offset before the jump, so the meeting is held that much later; a wall
time that comes twice means the first. A date that a zone leaves out altogether (Samoa, 30 December 2011)
is a jump of 24 hours: the meeting is held a day later rather than lost.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from heapq import merge
from typing import NamedTuple
from zoneinfo import ZoneInfo

WEEK = timedelta(weeks=1)
# No wall clock is more than 26 hours from another, no jump is longer than 24: three days is a safe margin.
MARGIN = timedelta(days=3)
# A change is never undone within the hours between these, so the same offset at all of them is the day's.
_HOURS = (time(0), time(6), time(12), time(18), time(23, 59, 59))


# ZoneInfo itself keeps only the last eight; reading a file again takes thirty times as long as all the rest.
zone_named = cache(ZoneInfo)


class Span(NamedTuple):
    """One occurrence: two aware UTC instants, `start < end`."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Rule:
    """Every `weekday` (Monday is 0), or once `on` a date: exactly one of the two.

    `wall` is the time on the clock of `zone` (an IANA name); `minutes` is elapsed time, so a meeting of an
    hour lasts an hour even when the clocks change while it is held.
    """

    wall: time
    zone: str
    minutes: int
    weekday: int | None = None
    on: date | None = None

    def __post_init__(self) -> None:
        if (self.weekday is None) == (self.on is None):
            raise ValueError("a rule has a weekday or a date, and not both")


def instant(day: date, wall: time, zone: str) -> datetime:
    """The UTC instant at which the clocks of `zone` show `wall` on `day` (see the module for odd hours)."""
    offset = _offset_all_day(zone, day)
    if offset is None:
        return datetime.combine(day, wall.replace(fold=0), zone_named(zone)).astimezone(UTC)
    return datetime.combine(day, wall, UTC) - offset


def spans_from(rule: Rule, now: datetime) -> Iterator[Span]:
    """Every occurrence that has not ended at `now` (an aware instant), earliest first; weekly is endless."""
    length = timedelta(minutes=rule.minutes)
    day = rule.on or _weekday_from((now.astimezone(UTC) - length - MARGIN).date(), rule.weekday or 0)
    while True:
        start = instant(day, rule.wall, rule.zone)
        if start + length > now:
            yield Span(start, start + length)
        if rule.on is not None:
            return
        day += WEEK


def next_span(rule: Rule, now: datetime) -> Span | None:
    """The occurrence that is on at `now`, or else the next one; None when a single date has passed."""
    return next(spans_from(rule, now), None)


def spans_with(
    spans: Iterable[Span], *, without: Container[datetime], also: Iterable[Span]
) -> Iterator[Span]:
    """The spans in order, leaving out those that start at `without` and adding the moved ones in `also`."""
    return merge((span for span in spans if span.start not in without), sorted(also))


def holds(rule: Rule, start: datetime) -> bool:
    """Does the rule itself have an occurrence starting at exactly this instant?"""
    span = next_span(rule, start)
    return span is not None and span.start == start


def next_midnight(now: datetime, zone: ZoneInfo) -> datetime:
    """The instant at which the date of `now` ends on the clock of `zone`."""
    tomorrow = now.astimezone(zone).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(), zone).astimezone(UTC)


@lru_cache(maxsize=16_384)
def _offset_all_day(zone: str, day: date) -> timedelta | None:
    """A zone's offset on a day without a change: the table that makes 50,000 meetings cheap."""
    offsets = {datetime.combine(day, hour, zone_named(zone)).utcoffset() for hour in _HOURS}
    return offsets.pop() if len(offsets) == 1 else None


def _weekday_from(first: date, weekday: int) -> date:
    return first + timedelta(days=(weekday - first.weekday()) % 7)
