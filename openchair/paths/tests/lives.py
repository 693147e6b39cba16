"""Ledgers as people could write them, and a slow way to count them: day by day, as with pencil marks."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as some

from openchair.paths.about import About
from openchair.paths.ledger import Event, Noted, Precision

FIRST = date(2019, 12, 1)
AT = datetime(2026, 1, 1, 12, tzinfo=UTC)


def noted(number: int, kind: Noted, on: date, **told: object) -> Event:
    """An entry of a ledger."""
    about = About("Wine") if kind is Noted.START else None
    return replace(Event(number, kind, on, AT, about=about), **told)  # type: ignore[arg-type] # fields of Event


def started(on: date, **told: object) -> Event:
    """The first entry of a ledger."""
    return noted(1, Noted.START, on, **told)


@some.composite
def lives(draw: some.DrawFn) -> list[Event]:
    """A start, then anything that can be noted, in any order, each on or after the one before."""
    day = draw(some.dates(FIRST, date(2020, 6, 1)))
    events = [started(day)]
    for kind in draw(some.lists(some.sampled_from(["keep", "anew", "pause", "end", "restart"]), max_size=12)):
        day += timedelta(days=draw(some.integers(0, 40)))
        number = len(events) + 1
        if kind == "anew":
            again = day + timedelta(days=draw(some.integers(0, 5)))
            events.append(noted(number, Noted.SETBACK, day, ends_run=True))
            events.append(noted(number + 1, Noted.RESTART, again, of=number))
            day = again
        else:
            events.append(noted(number, Noted.SETBACK if kind == "keep" else Noted(kind), day))
    return events


@some.composite
def lives_put_right(draw: some.DrawFn) -> list[Event]:
    """The same with setbacks dated otherwise, and anything but the start taken back or not."""
    events = draw(lives())
    setbacks = [one for one in events if one.kind is Noted.SETBACK]
    for one in draw(some.lists(some.sampled_from(setbacks), max_size=4)) if setbacks else ():
        on = max(one.on + timedelta(days=draw(some.integers(-60, 60))), events[0].on)
        events.append(noted(len(events) + 1, Noted.EDIT, one.on, of=one.number, changes={"on": on}))
    gone = draw(some.sets(some.integers(2, len(events) + 1)))
    return [one for one in events if one.number not in gone]


@dataclass(frozen=True, slots=True)
class Pencil:
    """What marks on a calendar come to: `runs` are the days of each run, `setbacks` the days of setbacks."""

    runs: list[list[date]]
    marked: set[date]
    setbacks: set[date]


def by_pencil(events: list[Event], today: date) -> Pencil:
    """Every day before today gets a mark while a run goes on; a setback without a new run rubs it out."""
    runs: list[list[date]] = []
    going = paused = False
    day, marked, rubbed = FIRST, set[date](), set[date]()
    while day < today:
        for one in [one for one in sorted(events, key=lambda one: one.number) if one.on == day]:
            if one.kind in {Noted.START, Noted.RESTART} and not going:
                runs += [] if paused else [[]]
                going, paused = True, False
            elif one.kind is Noted.SETBACK and not one.ends_run:
                rubbed.add(day)
            elif one.kind in {Noted.PAUSE, Noted.END} or one.ends_run:
                paused = one.kind is Noted.PAUSE and (going or paused)
                going = False
        if going:
            runs[-1].append(day)
            marked.add(day)
        day += timedelta(days=1)
    setbacks = {one.on for one in events if one.kind is Noted.SETBACK}
    return Pencil(runs, marked - rubbed, setbacks)


def around(on: date, precision: Precision) -> Event:
    """A start that is known to the month or the year."""
    return started(on, precision=precision)
