"""A mute: silent, and one way."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from openchair.kit import ids
from openchair.kit.clock import now
from openchair.people.models.farewell import name_for, still_met
from openchair.people.models.person import Person
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet


class MuteQuerySet(SealedQuerySet["Mute"]):
    """Mutes, opened together."""

    def shown(self) -> MuteQuerySet:
        """Those of people of whom a page may still tell."""
        return self.filter(still_met()).select_related("other__closure")


class Mute(models.Model):
    """`person` sees nothing of what `other` shares; `other` sees everything as before."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="mutes")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="muted_by")
    met_as = Sealed(by="person", max_length=40, blank=True)
    since = models.DateTimeField(default=now)

    objects = MuteQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "other"], name="one_mute_each"),
            models.CheckConstraint(condition=~Q(person=F("other")), name="nobody_mutes_themselves"),
        ]

    def __str__(self) -> str:
        return "mute"

    @property
    def called(self) -> str:
        """What its owner reads."""
        return name_for(self.other, self.met_as)
