"""Taking up a small act, marking the days on which it was done, and letting it go."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Final

from django.db import transaction

from openchair.checkins.models import Habit, Week
from openchair.people.models import Person

MOST: Final = 12  # at a time: more is a list, and nobody lives by a list


class TooMany(Exception):
    """Somebody keeps as many habits as there is room for."""


@transaction.atomic
def take_up(*, person: Person, kind: str, words: str, day: date) -> Habit:
    """Begin. The same one twice is one. Raises TooMany."""
    said = {"kind": kind, **({"words": words} if words else {})}
    # One lock for all of a person's habits, so that two forms at once do not both find room.
    Person.objects.select_for_update().get(pk=person.pk)
    kept = list(Habit.objects.filter(person=person).kept())
    for one in kept:
        if one.says == said:
            return one
    if len(kept) >= MOST:
        raise TooMany
    return Habit.objects.create(person=person, told=json.dumps(said, ensure_ascii=False), since=day)


def let_go(*, habit: Habit, day: date) -> None:
    """Stop, without a word about why. For 30 days it can be taken up again."""
    habit.let_go_on = day
    habit.save(update_fields=["let_go_on"])


def take_up_again(*, habit: Habit) -> None:
    """As if it had not been let go."""
    habit.let_go_on = None
    habit.save(update_fields=["let_go_on"])


@transaction.atomic
def mark(*, person: Person, monday: date, done: Mapping[str, list[int]]) -> None:
    """What was done in this week, by the habit's public id; habits that are not named stay as they were."""
    row, _new = Week.objects.get_or_create(person=person, monday=monday, defaults={"done": "{}"})
    row = Week.objects.select_for_update().get(pk=row.pk)
    row.done = json.dumps({**row.says, **{name: sorted(set(days)) for name, days in done.items()}})
    row.save(update_fields=["done"])
