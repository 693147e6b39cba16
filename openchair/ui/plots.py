"""Where the points of a plot lie. Nothing is drawn between days that were not written: gaps stay gaps."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NamedTuple

from django.utils.functional import Promise

WIDTH: Final = 320.0
HEIGHT: Final = 172.0
_START, _END, _TOP, _BOTTOM = 98.0, 310.0, 12.0, 140.0


class Point(NamedTuple):
    """A place in the picture, in units of its view box."""

    x: float
    y: float


class Mark(NamedTuple):
    """A word at an axis, and how far along it."""

    at: float
    words: str | Promise


@dataclass(frozen=True, slots=True)
class Plot:
    """One line of days. `runs` are the unbroken pieces; `title` and `told` say in words what is seen."""

    title: str
    told: str
    runs: list[list[Point]]
    levels: list[Mark]
    days: list[Mark]
    width: float = WIDTH
    height: float = HEIGHT

    @property
    def points(self) -> Iterator[Point]:
        """Every point."""
        return (point for run in self.runs for point in run)

    @property
    def paths(self) -> Iterator[str]:
        """The `points` of a polyline for each piece with more than one."""
        return (" ".join(f"{x},{y}" for x, y in run) for run in self.runs if len(run) > 1)


@dataclass(frozen=True, slots=True)
class Scale:
    """From `low` to `high`, with words for some of the levels between."""

    low: float
    high: float
    words: Mapping[float, str | Promise]


def plotted(
    values: Mapping[date, float], scale: Scale, *, first: date, last: date, step: int = 1
) -> list[list[Point]]:
    """The pieces of the line. `step` is how many days lie from one value to the next: 1, or 7 for weeks."""
    runs: list[list[Point]] = []
    before: date | None = None
    for day in sorted(one for one in values if first <= one <= last):
        if before is None or (day - before).days > step:
            runs.append([])
        runs[-1].append(Point(_across(day, first, last), _up(values[day], scale)))
        before = day
    return runs


def levels(scale: Scale) -> list[Mark]:
    """The words along the side."""
    return [Mark(_up(value, scale), words) for value, words in scale.words.items()]


def ends(first: date, last: date, named: Sequence[str]) -> list[Mark]:
    """The words below: the first day and the last, at their places."""
    days = [first, last][: len(named)] if first != last else [last]
    return [Mark(_across(day, first, last), words) for day, words in zip(days, named, strict=False)]


def monday_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def _across(day: date, first: date, last: date) -> float:
    whole = (last - first).days
    share = (day - first).days / whole if whole else 1.0
    return round(_START + share * (_END - _START), 1)


def _up(value: float, scale: Scale) -> float:
    share = (value - scale.low) / (scale.high - scale.low)
    return round(_BOTTOM - share * (_BOTTOM - _TOP), 1)
