"""Everything shown of a path, counted from its ledger. Pure: no database, no zone, no clock.

A day number is a date minus a date. What is shown never falls as days pass: a run only grows, and what was
kept is the sum of all runs without the days of setbacks after which the count went on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from openchair.paths.ledger import Event, Noted, Precision, standing

HOURS_SHOWN: Final = 72
A_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `start` on, up to the one before `stop`; still going when there is none."""

    start: date
    stop: date | None = None

    def days(self, until: date) -> int:
        """How many of its days lie before `until`."""
        return max((min(self.stop or until, until) - self.start).days, 0)

    def holds(self, day: date) -> bool:
        """Does the day lie in it?"""
        return self.start <= day and (self.stop is None or day < self.stop)


@dataclass(slots=True)
class Run:
    """Days that were counted together: one span, or several around pauses. `began` is its first entry."""

    began: Event
    spans: list[Span] = field(default_factory=list)
    is_paused: bool = False

    @property
    def start(self) -> date:
        """Its first day."""
        return self.spans[0].start

    @property
    def stop(self) -> date | None:
        """The day on which it stopped; None while it goes on."""
        return self.spans[-1].stop

    @property
    def is_open(self) -> bool:
        """True while days are added to it."""
        return self.stop is None

    def days(self, today: date) -> int:
        """How many days it has."""
        return sum(span.days(today) for span in self.spans)

    @property
    def since(self) -> date:
        """The day it would have begun without its pauses: anniversaries are counted from there."""
        *before, last = self.spans
        return last.start - sum((timedelta(span.days(last.start)) for span in before), timedelta())

    @property
    def is_exact(self) -> bool:
        """False for one that began "around" some month or year."""
        return self.began.precision == Precision.DAY

    def holds(self, day: date) -> bool:
        """Does the day lie in it?"""
        return any(span.holds(day) for span in self.spans)


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A path on one day. `counts_today`: today is a day already (day 1 on the first day)."""

    runs: list[Run]
    setbacks: list[Event]
    today: date
    counts_today: bool = False
    has_ended: bool = False

    @property
    def current(self) -> Run | None:
        """The run that goes on, or rests in a pause; None after an end."""
        last = self.runs[-1] if self.runs else None
        return last if last and (last.is_open or last.is_paused) else None

    @property
    def is_paused(self) -> bool:
        """True while nothing is counted because its owner said so."""
        return self.current is not None and self.current.is_paused

    @property
    def begins_on(self) -> date | None:
        """The day to come on which a run begins; None when it has begun, or there is none."""
        run = self.current
        return run.start if run and run.start > self.today else None

    def number(self, run: Run | None = None) -> int:
        """The days of this time, or of another run."""
        run = run or self.current
        return run.days(self.today) + self._today_of(run) if run else 0

    @property
    def kept(self) -> int:
        """Days kept in all, since the first start."""
        days = sum(run.days(self.today) for run in self.runs)
        return days - len(self._noted_within(self.today)) + self._today_kept

    @property
    def longest(self) -> int:
        """The days of the longest run."""
        return max(map(self.number, self.runs), default=0)

    def share(self, window: int) -> tuple[int, int]:
        """Of so many last days: how many without a setback, of how many since the first start."""
        until = self._as_of
        since = max(until - timedelta(days=window), min((run.start for run in self.runs), default=until))
        days = max((until - since).days, 0)
        return self.between(since, since + timedelta(days=days)), days

    def between(self, since: date, until: date) -> int:
        """The days that were counted and had no setback, from `since` to the one before `until`."""
        missed = {one.on for one in self.setbacks}
        return sum(
            any(run.holds(day) for run in self.runs) and day not in missed for day in _days(since, until)
        )

    def this_month(self) -> tuple[int, int]:
        """Days within one's own plan in this month, of those that are over, or had a setback."""
        first = self.today.replace(day=1)
        missed = {one.on for one in self.setbacks}
        over = [day for day in _days(first, self.today + A_DAY) if day < self.today or day in missed]
        counted = [day for day in over if any(run.holds(day) for run in self.runs) or day in missed]
        return sum(day not in missed for day in counted), len(counted)

    def hours(self, now: datetime) -> int | None:
        """Hours of this time, by real instants; None without an hour, and after the first 72."""
        run = self.current
        if run is None or run.began.moment is None or len(run.spans) > 1 or not run.is_open:
            return None
        passed = (now - run.began.moment) // timedelta(hours=1)
        return passed if 0 <= passed < HOURS_SHOWN else None

    @property
    def last_setback(self) -> Event | None:
        """The one that was noted last, whatever day it is about."""
        return max(self.setbacks, key=lambda one: one.number, default=None)

    @property
    def _as_of(self) -> date:
        """Up to which day (without it) shares look: a setback of today counts at once, a pause holds them."""
        if any(one.on == self.today for one in self.setbacks):
            return self.today + A_DAY
        stopped = [run.stop for run in self.runs if run.stop]
        if any(run.holds(self.today) for run in self.runs) or not stopped:
            return self.today
        # A setback of the day on which it stopped counted at once, and goes on counting.
        counted = [*stopped, *(one.on + A_DAY for one in self.setbacks)]
        return min(max(counted), self.today)

    @property
    def _today_kept(self) -> int:
        missed = any(one.on == self.today and not one.ends_run for one in self.setbacks)
        return 0 if missed else max(map(self._today_of, self.runs), default=0)

    def _today_of(self, run: Run) -> int:
        return int(self.counts_today and run.holds(self.today))

    def _noted_within(self, until: date) -> set[date]:
        noted = {one.on for one in self.setbacks if not one.ends_run and one.on < until}
        return {day for day in noted if any(run.holds(day) for run in self.runs)}


def reckon(events: Iterable[Event], today: date, *, counts_today: bool = False) -> Reckoning:
    """What a ledger comes to on this date."""
    held = standing(events)
    runs: list[Run] = []
    has_ended = False
    for one in held:
        last = runs[-1] if runs else None
        if one.kind in {Noted.START, Noted.RESTART}:
            _begin(runs, one)
            has_ended = False
        elif last and (one.kind in {Noted.PAUSE, Noted.END} or one.ends_run):
            _stop(last, one)
            has_ended = has_ended or one.kind is Noted.END
    setbacks = [one for one in held if one.kind is Noted.SETBACK]
    return Reckoning(runs, setbacks, today, counts_today, has_ended)


def _begin(runs: list[Run], one: Event) -> None:
    """A new run; after a pause the old one goes on. While one goes on already, nothing."""
    last = runs[-1] if runs else None
    if last and last.is_open:
        return
    if last and last.is_paused:
        last.spans.append(Span(one.on))
        last.is_paused = False
    else:
        runs.append(Run(one, [Span(one.on)]))


def _stop(run: Run, one: Event) -> None:
    run.is_paused = one.kind is Noted.PAUSE and (run.is_open or run.is_paused)
    if run.is_open:
        run.spans[-1] = Span(run.spans[-1].start, one.on)


def _days(since: date, until: date) -> Iterator[date]:
    return (since + timedelta(days=number) for number in range((until - since).days))
