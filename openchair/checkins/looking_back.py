"""What somebody's days look like from further away: two plots, the numbers under them, a month of days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import mean
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from openchair.checkins.saying import short_date
from openchair.checkins.told import Told
from openchair.checkins.words import MOODS, said
from openchair.ui.plots import Plot, Scale, ends, levels, monday_of, plotted

Days = Mapping[date, Told]
Numbers = dict[date, float]
SPANS: Final = {"7": 7, "30": 30, "90": 90}  # days; anything else is all there is
BY_DAY: Final = 120  # days; a longer time is drawn by the week
_MOOD: Final = Scale(1, 5, {int(value): words for value, words in MOODS})


@dataclass(frozen=True, slots=True)
class Shown:
    """A plot and the table under it."""

    name: str
    plot: Plot
    heads: list[str]
    lines: list[list[str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the check-in that is answered by a number, its scale, and how a number is said."""

    name: str
    title: str
    scale: Scale
    of: Callable[[Told], int | None]
    words: Callable[[float], str]


def first_of(span: str, days: Days, today: date) -> date:
    """The first day that is shown."""
    if span in SPANS:
        return today - timedelta(days=SPANS[span] - 1)
    return min(min(days, default=today), today - timedelta(days=6))


def shown(days: Days, first: date, today: date) -> list[Shown]:
    """Mood and craving, each with its numbers; a plot without any number is left out."""
    found = (_shown(one, _numbers(days, one, first, today), first, today) for one in asked())
    return [one for one in found if one is not None]


def asked() -> list[Asked]:
    """What is drawn, in this order."""
    craving = Scale(0, 10, {0: pgettext("craving", "none"), 5: "5", 10: pgettext("craving", "very strong")})
    return [
        Asked("mood", _("Mood"), _MOOD, lambda told: told.mood, _mood_words),
        Asked("craving", _("Craving"), craving, lambda told: told.craving, _number),
    ]


def _numbers(days: Days, one: Asked, first: date, today: date) -> Numbers:
    within = {day: one.of(told) for day, told in days.items() if first <= day <= today}
    return {day: float(value) for day, value in within.items() if value is not None}


def _shown(one: Asked, numbers: Numbers, first: date, last: date) -> Shown | None:
    if not numbers:
        return None
    by_week = (last - first).days >= BY_DAY
    kept = _weeks(numbers) if by_week else numbers
    start = min(first, *kept)
    runs = plotted(kept, one.scale, first=start, last=last, step=7 if by_week else 1)
    named = [short_date(start), short_date(last)]
    told = _in_words(kept, named, one.words, by_week)
    plot = Plot(one.title, told, runs, levels(one.scale), ends(start, last, named))
    lines = [[short_date(day), one.words(value)] for day, value in sorted(kept.items(), reverse=True)]
    return Shown(one.name, plot, [_("Week from") if by_week else _("Day"), one.title], lines)


def _weeks(numbers: Numbers) -> Numbers:
    weeks: dict[date, list[float]] = defaultdict(list)
    for day, value in numbers.items():
        weeks[monday_of(day)].append(value)
    return {monday: round(mean(values), 1) for monday, values in weeks.items()}


def _in_words(kept: Numbers, named: list[str], words: Callable[[float], str], by_week: bool) -> str:
    told = {"first": named[0], "last": named[-1], "number": len(kept)}
    told |= {"lowest": words(min(kept.values())), "highest": words(max(kept.values()))}
    if by_week:
        line = _("From %(first)s to %(last)s: %(number)d weeks. Lowest: %(lowest)s. Highest: %(highest)s.")
    else:
        line = _("From %(first)s to %(last)s: %(number)d days. Lowest: %(lowest)s. Highest: %(highest)s.")
    return line % told


def _mood_words(value: float) -> str:
    return said(MOODS, round(value))


def _number(value: float) -> str:
    return f"{value:g}"
