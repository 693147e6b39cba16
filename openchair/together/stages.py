"""Days kept on a path as others may know them, and the stage they come to. Pure.

The days are those kept in all, and not those of this time: a setback moves nobody back. One that is noted
later than it was counts here from the day on which it was noted, so that nothing that others could have seen
is ever less than it was before.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from openchair.paths.ledger import Event, Noted, standing
from openchair.paths.picture import Picture
from openchair.paths.reckoning import reckon
from openchair.people.own_days import Home

FEWEST: Final = 3  # of a sum, nobody's part is greater than that of so many others


class Stage(TextChoices):
    """About how far somebody has come."""

    WEEK = "week", _("The first week")
    MONTH = "month", _("The first month")
    SEASON = "season", _("The first ninety days")
    YEAR = "year", _("The first year")
    YEARS = "years", _("More than a year")


UNTIL: Final = ((7, Stage.WEEK), (30, Stage.MONTH), (90, Stage.SEASON), (365, Stage.YEAR))  # days


def days_kept(events: Iterable[Event], today: date, home: Home) -> int:
    """Days kept in all before `today`, which never fall by a setback."""
    return reckon([_as_noted(one, home) for one in standing(events)], today).kept


def days_of(pictures: Mapping[UUID, Picture]) -> dict[UUID, int]:
    """The days kept on each of these paths."""
    return {key: days_kept(one.events, one.reckoning.today, one.home) for key, one in pictures.items()}


def stage_of(days: int) -> Stage:
    """The stage that so many days kept come to."""
    return next((stage for until, stage in UNTIL if days < until), Stage.YEARS)


def sum_of(parts: Sequence[int]) -> int:
    """All of them together. Nobody's part counts for more than that of the one who comes third.

    Otherwise somebody with twenty years would be seen to come and to go.
    """
    most = sorted(parts, reverse=True)[FEWEST - 1] if len(parts) >= FEWEST else 0
    return sum(min(one, most) for one in parts)


def _as_noted(one: Event, home: Home) -> Event:
    if one.kind is not Noted.SETBACK or one.ends_run:
        return one
    return replace(one, on=max(one.on, home.day(one.at)))
