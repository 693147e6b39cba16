"""A check-in: how one own day was, for the eyes of whoever wrote it."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models

from openchair.checkins.told import Told, told_in
from openchair.kit import ids
from openchair.people.models import Person
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet

MOST_KEPT = 8000  # signs of all that one check-in holds


class CheckInQuerySet(SealedQuerySet["CheckIn"]):
    """Check-ins by the days they were written for."""

    def between(self, first: date | None, last: date) -> Self:
        """Those of these days, the first first; without `first`, all until `last`."""
        found = self.filter(day__lte=last).order_by("day")
        return found.filter(day__gte=first) if first else found


class CheckIn(models.Model):
    """One for each own day of a person. Everything but the day is sealed in one column."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    # No index of its own: the constraint's begins with the person.
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="check_ins", db_index=False)
    day = models.DateField()
    told = Sealed(by="person", max_length=MOST_KEPT)

    objects = CheckInQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "day"], name="one_check_in_a_day")]

    def __str__(self) -> str:
        return "check-in"

    @property
    def says(self) -> Told | None:
        """What was told; None when it cannot be read."""
        return told_in(self.told)
