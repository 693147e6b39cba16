"""Somebody is to be told on a later day that something happened."""

from __future__ import annotations

from typing import Final, Self

from django.db import models

from openchair.kit import ids
from openchair.paths.models import Entry
from openchair.people.models import Person
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet
from openchair.vault.rules import coded

KEY_LENGTH: Final = 40


class LaterQuerySet(SealedQuerySet["Later"]):
    """What is still to be told."""

    def standing(self) -> Self:
        """Without that whose entry was taken back."""
        return self.filter(entry__taken_back=None)


class Later(models.Model):
    """Whom is sealed. `on` is a date of its owner's own days; it is told when that day has begun for them."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = coded(models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False))
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="told_later")
    to = Sealed(by="person", max_length=KEY_LENGTH)
    on = models.DateField(db_index=True)

    objects = LaterQuerySet.as_manager()

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return "later"
