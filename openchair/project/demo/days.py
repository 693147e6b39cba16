"""Months of days of people who do not exist: check-ins with gaps, small acts, plans, sheets, a pledge."""

import json
import random
from datetime import date, timedelta
from typing import Final

from openchair.checkins.habits import take_up
from openchair.checkins.models import CheckIn, Pledge, Week, Worksheet
from openchair.checkins.models.plan import Line
from openchair.checkins.own_day import end_of
from openchair.checkins.planning import make
from openchair.checkins.told import HALT, Told
from openchair.kit.clock import now
from openchair.people.models import Person
from openchair.people.own_days import Home
from openchair.ui.plots import monday_of

SEED: Final = 40
DAYS: Final = 150
ZONE: Final = "Europe/London"
NEW: Final = "Chidi"  # who has been here for two days
INTENTIONS: Final = (
    "Walk before work",
    "Call somebody",
    "Eat at noon",
    "Go to the evening circle",
    "Bed by eleven",
)
NOTES: Final = (
    "The evening was long. I made tea and it passed.",
    "Slept well for the first time this week.",
    "Argued on the phone. Went round the block twice.",
    "A quiet day. Nothing to tell, and that is good.",
)


def load_days(people: dict[str, Person]) -> None:
    """Everybody's, each from a chance of their own, so that the demo is the same on every machine."""
    today = Home(ZONE).day(now())
    rows = [row for name, person in people.items() for row in _check_ins(name, person, today)]
    CheckIn.objects.bulk_create(rows, batch_size=500)
    for name in ("Amara", "Ben", "Willow", "Hazel"):
        _acts(people[name], random.Random(f"{SEED} acts {name}"), today)  # noqa: S311 - the same for everybody
    _papers(people["Ben"], today)
    pledged = [person for name, person in people.items() if name not in {"Ben", NEW}][:18]
    ends_at = end_of(today, Home(ZONE))
    Pledge.objects.bulk_create(Pledge(person=person, ends_at=ends_at) for person in pledged)


def _check_ins(name: str, person: Person, today: date) -> list[CheckIn]:
    chance = random.Random(f"{SEED} {name}")  # noqa: S311
    mood, craving, days = 3.0, 5.0, 2 if name == NEW else chance.randint(60, DAYS)
    rows = []
    for ago in range(days, 0, -1):
        mood = min(5.0, max(1.0, mood + chance.uniform(-0.9, 1.0)))
        craving = min(10.0, max(0.0, craving + chance.uniform(-2.1, 1.9)))
        if chance.random() < 0.78:
            told = _told(chance, round(mood), round(craving))
            rows.append(CheckIn(person=person, day=today - timedelta(days=ago), told=told.as_kept()))
    return rows


def _told(chance: random.Random, mood: int, craving: int) -> Told:
    return Told(
        mood,
        craving,
        halt=tuple(one for one in HALT if chance.random() < 0.18),
        plan=chance.choice(("kept", "kept", "kept", "partly", "")),
        talked=chance.choice((True, True, False, None)),
        evening=chance.choice((None, 1, 2, 3, 4)),
        intention=chance.choice(INTENTIONS) if chance.random() < 0.3 else "",
        note=chance.choice(NOTES) if chance.random() < 0.15 else "",
        at=f"{chance.randint(6, 22):02}:{chance.randrange(60):02}",
    )


def _acts(person: Person, chance: random.Random, today: date) -> None:
    begun = today - timedelta(weeks=12)
    kept = [take_up(person=person, kind=kind, words="", day=begun) for kind in ("call", "walk", "sleep")]
    weeks = []
    for ago in range(12, -1, -1):
        monday = monday_of(today) - timedelta(weeks=ago)
        until = 7 if ago else today.weekday()
        done = {one.public_id: [day for day in range(until) if chance.random() < 0.5] for one in kept}
        weeks.append(Week(person=person, monday=monday, done=json.dumps(done)))
    Week.objects.bulk_create(weeks)


def _papers(person: Person, today: date) -> None:
    day = today - timedelta(days=2)
    lines = [
        Line("Go to the evening circle", "Tuesday and Friday", "Willow", done=True),
        Line("Empty the cupboard", "Sunday morning", "my sister"),
        Line("Walk to the harbour", "before work"),
    ]
    make(person=person, day=day, lines=lines)
    answers = {
        "where": "At the station, on Friday evening.",
        "before": "A long week, and the kiosk was open.",
        "strength": "Seven",
        "did": "Called Willow, took the later train home.",
        "after": "Tired, and glad.",
    }
    Worksheet.objects.create(person=person, written_on=day, told=Worksheet.kept("waves", answers))
