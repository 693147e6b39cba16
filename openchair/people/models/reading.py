"""How somebody reads what people of their groups write: what they leave out, and how far they have read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import models

from openchair.kit import ids
from openchair.kit.prepared import prepared
from openchair.people.models.person import Person
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet
from openchair.vault.results import Unreadable

MOST_KEPT = 400


@dataclass(frozen=True, slots=True)
class Wishes:
    """Topics to leave out, and up to when they said that they had read."""

    topics: tuple[str, ...] = ()
    read_until: datetime | None = None


class ReadingQuerySet(SealedQuerySet["Reading"]):
    """Readings, opened together."""


class Reading(models.Model):
    """One for each person, sealed whole. Reading a page notes nothing: they say how far they are."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="reading")
    told = Sealed(by="person", max_length=MOST_KEPT)

    objects = ReadingQuerySet.as_manager()

    def __str__(self) -> str:
        return "reading"

    @property
    def wishes(self) -> Wishes:
        """What is kept; nothing when it cannot be read."""
        if isinstance(self.told, Unreadable):
            return Wishes()
        kept = json.loads(self.told)
        until = datetime.fromisoformat(kept["until"]) if kept["until"] else None
        return Wishes(tuple(kept["topics"]), until)

    @classmethod
    def of(cls, person: Person) -> Wishes:
        """This person's wishes; no question when the person was looked up together with them."""
        known = person._state.fields_cache
        one = known["reading"] if "reading" in known else next(iter(_of(person.pk)), None)
        return one.wishes if one else Wishes()

    def keep(self, wishes: Wishes) -> None:
        """Keep these instead."""
        until = wishes.read_until.isoformat() if wishes.read_until else ""
        self.told = json.dumps({"topics": list(wishes.topics), "until": until})
        self.save()


@prepared
def _of(person: UUID) -> ReadingQuerySet:
    return Reading.objects.filter(person=person)
