"""Small meetings for tests: plain functions, each with one thing to say."""

from datetime import UTC, datetime, time, timedelta
from typing import Unpack

from openchair.groups.founding import Description
from openchair.groups.models import Group
from openchair.meetings.models import Occurrence, Series
from tests import recipes

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)  # a Monday
MONDAY, TUESDAY = 0, 1


def harbour(**told: Unpack[Description]) -> Group:
    """A listed group with an open door, run by Amara."""
    return recipes.group(recipes.person("amara"), **({"listed": True, "joining": Group.Joining.OPEN} | told))


def series(group: Group, *, now: datetime = NOW, **changes: object) -> Series:
    """Tuesdays at 20:00 in Rome for an hour, unless changed."""
    given = {
        "name": "Evening meeting",
        "weekday": TUESDAY,
        "wall": time(20),
        "zone": "Europe/Rome",
        "minutes": 60,
    }
    made = Series(group=group, **(given | changes))
    made.find_next(now)
    made.save()
    return made


def series_at(group: Group, start: datetime, **changes: object) -> Series:
    """A weekly meeting on the clock of UTC with an occurrence at `start`, as seen an hour before it."""
    rule = {"weekday": start.weekday(), "wall": start.time(), "zone": "UTC"}
    return series(group, now=start - timedelta(hours=1), **(rule | changes))


def next_occurrence(made: Series) -> Occurrence:
    assert made.next_start is not None
    return made.occurrence_at(made.next_start)
