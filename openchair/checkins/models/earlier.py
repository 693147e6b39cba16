"""What stood on a day before its last change, so that it can be brought back."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models

from openchair.checkins.models.check_in import MOST_KEPT
from openchair.checkins.told import Told, told_in
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.people.models import Person
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet


def today() -> date:
    """The day in UTC: coarse, and nobody's own."""
    return now().date()


class EarlierQuerySet(SealedQuerySet["Earlier"]):
    """What stood there before, by how long it has been kept."""

    def older_than(self, day: date) -> Self:
        """Those of before this day."""
        return self.filter(since__lt=day)


class Earlier(models.Model):
    """One for each day that was changed or taken back in the last 30 days."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="earlier_check_ins")
    day = models.DateField()
    told = Sealed(by="person", max_length=MOST_KEPT)
    since = models.DateField(default=today, db_index=True)

    objects = EarlierQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "day"], name="one_earlier_a_day")]

    def __str__(self) -> str:
        return "earlier check-in"

    @property
    def says(self) -> Told | None:
        """What was told; None when it cannot be read."""
        return told_in(self.told)
