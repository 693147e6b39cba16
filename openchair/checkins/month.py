"""A month of days: filled means that somebody looked, empty means nothing."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NamedTuple

from babel import Locale
from babel.dates import format_date, get_day_names

from openchair.checkins.saying import here

EARLIEST: Final = date(1900, 2, 1)


class Cell(NamedTuple):
    number: int
    href: str
    looked: bool
    today: bool


@dataclass(frozen=True, slots=True)
class Month:
    """One page of the calendar. `earlier` and `later` name its neighbours, as addresses do."""

    title: str
    weekdays: list[tuple[str, str]]
    weeks: list[list[Cell | None]]
    earlier: str
    later: str


def month_named(name: str, today: date) -> date:
    """The first day of the month that an address names (`2026-03`); this month for anything else."""
    try:
        first = date.fromisoformat(f"{name}-01")
    except ValueError:
        return today.replace(day=1)
    return first if EARLIEST <= first <= today else today.replace(day=1)


def end_of_month(first: date) -> date:
    """Its last day."""
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def month(first: date, today: date, looked: Collection[date], href_of: Callable[[date], str]) -> Month:
    """The month of `first`, its weeks beginning as they do where the reader's language is spoken."""
    begins = Locale.parse(here()).first_week_day
    last = end_of_month(first)
    cells: list[Cell | None] = [None] * ((first.weekday() - begins) % 7)
    for ahead in range((last - first).days + 1):
        day = first + timedelta(days=ahead)
        cells.append(Cell(day.day, href_of(day), day in looked, day == today))
    cells += [None] * (-len(cells) % 7)
    weeks = [cells[at : at + 7] for at in range(0, len(cells), 7)]
    earlier, later = first - timedelta(days=1), last + timedelta(days=1)
    return Month(
        title=format_date(first, "MMMM y", locale=here()),
        weekdays=_weekdays(begins),
        weeks=weeks,
        earlier=f"{earlier:%Y-%m}",
        later=f"{later:%Y-%m}" if later <= today else "",
    )


def _weekdays(begins: int) -> list[tuple[str, str]]:
    short, long = (get_day_names(width, locale=here()) for width in ("narrow", "wide"))
    return [(short[(begins + at) % 7], long[(begins + at) % 7]) for at in range(7)]
