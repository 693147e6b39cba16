"""That somebody wanted one member of a group to know that something happened."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from openchair.groups.models import Membership
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.paths.models import Entry
from openchair.people.models import Block, Mute, Person
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet
from openchair.vault.rules import coded

CONFIDED_STANDS: Final = timedelta(days=30)


class ConfidedQuerySet(SealedQuerySet["Confided"]):
    """What was confided to members of groups."""

    def standing(self, moment: datetime) -> Self:
        """That of the last thirty days, not taken back, between two who are in the group and meet there."""
        here = Membership.objects.current().filter(group=OuterRef("member__group"), person=OuterRef("person"))
        apart = Block.objects.filter(
            Q(person=OuterRef("person"), other=OuterRef("member__person"))
            | Q(person=OuterRef("member__person"), other=OuterRef("person"))
        )
        young = self.filter(at__gt=moment - CONFIDED_STANDS, entry__taken_back=None)
        both = young.filter(Exists(here), member__departure=None, member__group__closing=None)
        return both.exclude(Exists(apart))

    def heard(self, moment: datetime) -> Self:
        """That which stands, as those to whom it was told see it: without those they have muted.

        Whoever told it sees no difference.
        """
        muted = Mute.objects.filter(person=OuterRef("member__person"), other=OuterRef("person"))
        return self.standing(moment).exclude(Exists(muted))


class Confided(models.Model):
    """It says one sentence of ours. Which one is sealed: the row tells nothing but that there is one."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = coded(models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False))
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    member = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="confided")
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="confided")
    says = Sealed(by="person", max_length=20)
    at = models.DateTimeField(default=now, db_index=True)

    objects = ConfidedQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["member", "entry"], name="confided_once")]

    def __str__(self) -> str:
        return "confided"
