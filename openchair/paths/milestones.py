"""Days worth marking, and when they come. Pure; the sets are data in `milestones.toml`."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from itertools import count
from pathlib import Path
from typing import Final, Self

from openchair.paths.about import About, Kind
from openchair.paths.calendar import months_after
from openchair.paths.ledger import Precision
from openchair.paths.reckoning import Reckoning, Run

TABLE: Final = Path(__file__).with_name("milestones.toml")
SEATS: Final = 12  # of the ring around a chip
QUIET: Final = timedelta(hours=72)  # after a setback was noted nothing congratulates, nor lets others do so


class Unit(StrEnum):
    """What a milestone is counted in."""

    HOURS = "hours"
    DAYS = "days"
    MONTHS = "months"


@dataclass(frozen=True, slots=True, order=True)
class Milestone:
    """So many hours, days or months."""

    unit: Unit
    count: int

    @property
    def key(self) -> str:
        """Its name in the code: "days-30"."""
        return f"{self.unit}-{self.count}"

    @classmethod
    def of_key(cls, key: str) -> Self:
        """Back from its name. Raises ValueError for what is none."""
        unit, _dash, count = key.partition("-")
        return cls(Unit(unit), int(count))


@dataclass(frozen=True, slots=True)
class Coming:
    """A milestone, and the date on which it comes or came."""

    milestone: Milestone
    on: date


@dataclass(frozen=True, slots=True)
class MilestoneSet:
    """One set of the table. `every`: what comes again and again, after the last of its unit.

    `first_for`: the kinds of path that begin with it.
    """

    marks: tuple[Milestone, ...]
    every: tuple[Milestone, ...] = ()
    first_for: tuple[str, ...] = ()


@cache
def sets() -> Mapping[str, MilestoneSet]:
    """The sets by name. Raises KeyError or ValueError for a table that says anything else."""
    told = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {name: _read(lines) for name, lines in told.items()}


def preset_for(kind: str) -> tuple[str, ...]:
    """The names of the sets with which a path of this kind begins."""
    return tuple(name for name, one in sets().items() if kind in one.first_for)


def marks_of(about: About) -> list[Milestone]:
    """Every milestone that was chosen by unit and count, without what comes again and again."""
    found = {mark for one in _chosen(about) for mark in one.marks}
    return sorted((one for one in found if one.key not in about.without), key=_size)


def was_reached(milestone: Milestone, reckoning: Reckoning, about: About, now: datetime) -> bool:
    """Did it come at any time, were it marked or not?"""
    days = (milestone.count,) if milestone.unit is Unit.DAYS else ()
    months = (milestone.count,) if milestone.unit is Unit.MONTHS else ()
    names = () if days or months else tuple(sets())
    alone = replace(about, sets=names, own_days=days, own_months=months, without=())
    return any(one.milestone == milestone for one in reached(reckoning, alone, now))


def coming(run: Run, about: About, until: date) -> list[Coming]:
    """Every milestone of a run up to a date and the first one after it, in the order in which they come."""
    found = {one for chosen in _chosen(about) for one in _up_to(chosen, run, about, until)}
    fit = [one for one in found if one.key not in about.without and _is_fit(one, run.began.precision)]
    dated = sorted((_date(one, run, about), one) for one in fit)
    known = [Coming(one, on) for on, one in dated]
    return known[: sum(one.on <= until for one in known) + 1]


def reached(reckoning: Reckoning, about: About, now: datetime) -> list[Coming]:
    """Each milestone once, when it came first, over all runs. A setback takes none of them away."""
    found: dict[Milestone, Coming] = {}
    for run in reckoning.runs:
        until = min(run.stop, reckoning.today) if run.stop else reckoning.today
        for one in coming(run, about, until):
            if one.on <= until and _has_come(one, run, until, now):
                found.setdefault(one.milestone, one)
    return sorted(found.values(), key=lambda one: (one.on, one.milestone))


def is_quiet(reckoning: Reckoning, now: datetime) -> bool:
    """Was a setback noted within the last three days, whatever day it is about?"""
    setback = reckoning.last_setback
    return setback is not None and now - setback.at < QUIET


def told_to_others(reckoning: Reckoning, about: About, now: datetime) -> list[Coming]:
    """What came today, as far as it tells nobody of a new run: it is more than any run before came to.

    Each run before is taken as though it was known to the day, or after one that began around some month
    or year the first days of the next would say what happened. Nothing in the three days after a setback.
    """
    run = reckoning.current
    if run is None or is_quiet(reckoning, now):
        return []
    before = [(one, one.stop) for one in reckoning.runs if one is not run and one.stop]
    return [
        one
        for one in come_today(reckoning, about, now)
        if all(_date(one.milestone, past, about) > stop for past, stop in before)
    ]


def come_today(reckoning: Reckoning, about: About, now: datetime) -> list[Coming]:
    """What came today in this run, though an earlier one may have come to it before."""
    run, today = reckoning.current, reckoning.today
    if run is None:
        return []
    until = min(run.stop, today) if run.stop else today
    known = coming(run, about, until)
    return [one for one in known if one.on == today <= until and _has_come(one, run, until, now)]


def of_this_run(reckoning: Reckoning, about: About) -> list[Coming]:
    """Every milestone of this run so far and the one after them; none while nothing is counted."""
    run = reckoning.current
    if run is None or run.is_paused or reckoning.begins_on:
        return []
    return coming(run, about, reckoning.today)


def next_of(known: Sequence[Coming], reckoning: Reckoning, now: datetime) -> Coming | None:
    """What comes next, among those `of_this_run`."""
    run = reckoning.current
    if run is None:
        return None
    return next((one for one in known if not _has_come(one, run, reckoning.today, now)), None)


def seats_filled(known: Sequence[Coming], reckoning: Reckoning, ahead: Coming | None) -> int:
    """How many of the twelve seats are taken on the way to what comes next, as `next_of` says."""
    run = reckoning.current
    if ahead is None or run is None:
        return SEATS if reckoning.kept else 0
    before = [one.on for one in known if one.on < ahead.on]
    since = before[-1] if before else run.since
    whole = max((ahead.on - since).days, 1)
    return min(SEATS * max((reckoning.today - since).days, 0) // whole, SEATS - 1)


def _chosen(about: About) -> list[MilestoneSet]:
    days = (Milestone(Unit.DAYS, number) for number in about.own_days)
    months = (Milestone(Unit.MONTHS, number) for number in about.own_months)
    return [*(sets()[name] for name in about.sets if name in sets()), MilestoneSet((*days, *months))]


def _size(milestone: Milestone) -> float:
    """About how many days, for putting them in order."""
    days = {Unit.HOURS: 1 / 24, Unit.DAYS: 1, Unit.MONTHS: 30.44}
    return milestone.count * days[milestone.unit]


def _has_come(one: Coming, run: Run, until: date, now: datetime) -> bool:
    """By its date; where an hour was given, a day is 24 hours that have passed."""
    moment = run.began.moment
    if one.milestone.unit is Unit.HOURS and moment and run.is_open:
        return now >= moment + timedelta(hours=one.milestone.count)
    return one.on <= until


def _date(milestone: Milestone, run: Run, about: About) -> date:
    if milestone.unit is Unit.MONTHS:
        return months_after(run.since, milestone.count, leap_to_march=about.leap_to_march)
    days = milestone.count // 24 if milestone.unit is Unit.HOURS else milestone.count
    early = about.from_one and milestone.unit is Unit.DAYS  # where today is day 1, day 30 comes a day sooner
    return _later(run.since, days - early)


def _is_fit(milestone: Milestone, precision: Precision) -> bool:
    """Around a month one marks months, around a year whole years."""
    if precision == Precision.DAY:
        return True
    return milestone.unit is Unit.MONTHS and (precision == Precision.MONTH or milestone.count % 12 == 0)


def _up_to(one: MilestoneSet, run: Run, about: About, until: date) -> Iterator[Milestone]:
    """Those of a set by unit and count; of those that come again and again, up to the first after a date."""
    yield from one.marks
    for again in one.every:
        last = max((mark.count for mark in one.marks if mark.unit is again.unit), default=0)
        for times in count(last // again.count + 1):
            milestone = Milestone(again.unit, again.count * times)
            yield milestone
            if _date(milestone, run, about) > min(until, date.max - timedelta(days=1)):
                break


def _read(lines: Mapping[str, Sequence[str | int] | int]) -> MilestoneSet:
    marks, every, first_for = [], [], tuple[str, ...]()
    for name, held in lines.items():
        if name == "first_for" and not isinstance(held, int):
            first_for = tuple(Kind(str(kind)) for kind in held)
        elif isinstance(held, int):
            every.append(Milestone(Unit(name.removeprefix("every_")), held))
        else:
            marks += [Milestone(Unit(name), int(number)) for number in held]
    return MilestoneSet(tuple(marks), tuple(every), first_for)


def _later(day: date, days: int) -> date:
    return day + timedelta(days=days) if (date.max - day).days > days else date.max
