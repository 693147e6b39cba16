"""What somebody does not want to see, and how far they have read, both as they say themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from openchair.people.models import Person, Reading, Wishes


@transaction.atomic
def leave_out(*, person: Person, topics: Sequence[str]) -> None:
    """Do not show this person shares with these care notes."""
    reading = _of(person)
    reading.keep(replace(reading.wishes, topics=tuple(topics)))


@transaction.atomic
def have_read(*, person: Person, until: datetime) -> None:
    """Everything up to this moment is new to them no more, in any group. It never goes back."""
    reading = _of(person)
    kept = reading.wishes
    if kept.read_until is None or kept.read_until < until:
        reading.keep(replace(kept, read_until=until))


def _of(person: Person) -> Reading:
    found = Reading.objects.select_for_update().filter(person=person).first()
    if found is None:
        found = Reading(person=person)
        found.keep(Wishes())
    return found
