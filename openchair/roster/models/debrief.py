"""What those who welcome people say to each other afterwards."""

from __future__ import annotations

from datetime import timedelta
from typing import Final
from uuid import UUID

from django.db import models

from openchair.groups.models import Group, Membership
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.people.models import Person
from openchair.people.muting import is_not_met
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet
from openchair.vault.rules import coded

MOST_WORDS: Final = 2000  # letters
KEPT: Final = timedelta(days=30)


class DebriefQuerySet(SealedQuerySet["Debrief"]):
    """Lines of the thread."""

    def seen_by(self, person: UUID) -> DebriefQuerySet:
        """Those of people who are here, whom this one meets and has not muted."""
        return self.filter(membership__departure=None).exclude(is_not_met(person))


class Debrief(models.Model):
    """One line. It goes after thirty days, or when its writer takes it back."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = coded(models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False))
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="debriefs")
    words = Sealed(by="person", within="group", max_length=MOST_WORDS)
    at = models.DateTimeField(default=now, db_index=True)

    objects = DebriefQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["group", "at"], name="debrief_in_order")]

    def __str__(self) -> str:
        return "debrief"
