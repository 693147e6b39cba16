"""A milestone that somebody shared with a group of theirs."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Self

from django.db import models
from django.db.models import Exists, OuterRef

from openchair.groups.models import Group, Membership
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.paths.models.path import Path
from openchair.people.models import Person
from openchair.people.muting import is_not_met
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet
from openchair.vault.rules import coded

CELEBRATED: Final = timedelta(days=31)


class CelebrationQuerySet(SealedQuerySet["Celebration"]):
    """What was shared, and with whom."""

    def standing(self, moment: datetime) -> Self:
        """What was shared within a month by people who are still in the group."""
        here = Membership.objects.current().filter(group=OuterRef("group"), person=OuterRef("person"))
        return self.filter(Exists(here), shared_at__gt=moment - CELEBRATED, group__closing=None)

    def visible_to(self, person: Person) -> Self:
        """Without what people shared whom this one does not meet, or has muted."""
        return self.exclude(is_not_met(person.pk))


class Celebration(models.Model):
    """Which milestone is sealed; `chip` names it to its owner, as in the address of the chip.

    The path is there so that a milestone that was not reached after all is taken back. Nobody is told of it.
    """

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = coded(models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False))
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="celebrations")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="celebrations")
    path = models.ForeignKey(Path, on_delete=models.CASCADE, related_name="celebrations")
    chip = coded(models.CharField(max_length=16))
    milestone = Sealed(by="person", within="group", max_length=20)
    shared_at = models.DateTimeField(default=now, db_index=True)

    objects = CelebrationQuerySet.as_manager()

    class Meta:
        ordering = ["-shared_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["group", "path", "chip"], name="celebrated_once")]

    def __str__(self) -> str:
        return "celebration"
