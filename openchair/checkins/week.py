"""A week of small acts, as it is shown: what was done, never what was not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from babel.dates import format_date, get_day_names
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openchair.checkins.models import Habit
from openchair.checkins.models.habit import Done
from openchair.checkins.saying import full_date, here
from openchair.checkins.words import HABITS, said
from openchair.ui.plots import monday_of


class Day(NamedTuple):
    """One box: its place in the week, what it is called short and long, and whether it has begun."""

    place: int
    short: str
    long: str
    begun: bool
    done: bool


@dataclass(frozen=True, slots=True)
class Act:
    """A habit and its days."""

    public_id: str
    name: str
    days: list[Day]


@dataclass(frozen=True, slots=True)
class ShownWeek:
    """Everything on the page. `lit` says of each day whether anything was done on it."""

    monday: date
    title: str
    acts: list[Act]
    lit: list[bool]
    words: str
    earlier: str
    later: str


def name_of(habit: Habit) -> str:
    """What it is called."""
    told = habit.says
    return told.get("words") or said(HABITS, told["kind"])


def week_of(habits: Sequence[Habit], done: Done, monday: date, today: date) -> ShownWeek:
    """The week from this Monday."""
    acts = [_act(one, done.get(one.public_id, []), monday, today) for one in habits]
    lit = [any(act.days[place].done for act in acts) for place in range(7)]
    times = sum(day.done for act in acts for day in act.days)
    later = monday + timedelta(days=7)
    return ShownWeek(
        monday=monday,
        title=_("This week") if monday == monday_of(today) else _from_to(monday),
        acts=acts,
        lit=lit,
        words=_words(times, sum(lit)),
        earlier=str(monday - timedelta(days=7)),
        later=str(later) if later <= today else "",
    )


def _act(habit: Habit, done: Sequence[int], monday: date, today: date) -> Act:
    short = get_day_names("short", locale=here())
    days = (monday + timedelta(days=place) for place in range(7))
    return Act(
        habit.public_id,
        name_of(habit),
        [Day(at, short[at], full_date(day), day <= today, at in done) for at, day in enumerate(days)],
    )


def _from_to(monday: date) -> str:
    ends = {"first": monday, "last": monday + timedelta(days=6)}
    return _("%(first)s to %(last)s") % {
        name: format_date(day, "d MMMM", locale=here()) for name, day in ends.items()
    }


def _words(times: int, days: int) -> str:
    if not times:
        return _("Nothing is owed here. One small thing is a good week too.")
    acts = ngettext("%(num)d small act", "%(num)d small acts", times) % {"num": times}
    on = ngettext("on %(num)d day", "on %(num)d days", days) % {"num": days}
    return _("%(acts)s %(on)s. Each one counts by itself.") % {"acts": acts, "on": on}
