"""Small meetings for tests: plain functions, each with one thing to say."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Unpack

from openchair.groups.founding import Description
from openchair.groups.models import Group
from openchair.meetings.models import Occurrence, Series
from openchair.people.models import Person
from tests import recipes
from tests.cast import client_of

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
    return made.occurrence_at(start_of(made))


def start_of(made: Series) -> datetime:
    """When the meeting is on or next, as it was when it was read."""
    assert made.next_start is not None
    return made.next_start


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: its status, its page, and where it leads."""

    status: int
    page: str
    leads_to: str


def post(person: Person, url: str, **typed: str) -> Answer:
    """Send a form as this person."""
    answer = client_of(person).post(url, typed)
    return Answer(answer.status_code, answer.content.decode(), answer.headers.get("Location", ""))
