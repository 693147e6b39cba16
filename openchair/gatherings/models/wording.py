"""What somebody in the chair writes: in place of our words of a step, or as the line at the end."""

from __future__ import annotations

from typing import Final, Self

from django.db import models

from openchair.gatherings.models.gathering import Gathering
from openchair.groups.models import Group, Membership
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.people.models import Person
from openchair.people.muting import is_not_met
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet
from openchair.vault.rules import coded

LINE_LENGTH: Final = 300
WORDS_LENGTH: Final = 1000
LINE: Final = "line"  # with which it was closed; any other place is the key of a step


class WordingQuerySet(SealedQuerySet["Wording"]):
    """Wordings, opened together."""

    def met_by(self, person: Person) -> Self:
        """Those of people who are here, whom this person meets and has not muted."""
        return self.filter(membership__departure=None).exclude(is_not_met(person.pk))


class Wording(models.Model):
    """One for a place of the run-sheet. Other words are another one, whoever writes them."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = coded(models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False))
    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="wordings")
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    place = coded(models.CharField(max_length=10))
    words = Sealed(by="person", within="group", max_length=WORDS_LENGTH)
    at = models.DateTimeField(default=now)

    objects = WordingQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gathering", "place"], name="one_wording_a_place")]

    def __str__(self) -> str:
        return "wording"
