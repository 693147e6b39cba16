"""That somebody wanted one companion to know that something happened."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Self

from django.db import models

from openchair.companions.models.companionship import Companionship
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.paths.models import Entry
from openchair.people.models import Person
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet

WORD_STANDS: Final = timedelta(days=30)
HAPPENED: Final = "happened"


class WordQuerySet(SealedQuerySet["Word"]):
    """Words to companions."""

    def standing(self, moment: datetime) -> Self:
        """Those of the last thirty days whose entry was not taken back."""
        return self.filter(at__gt=moment - WORD_STANDS, entry__taken_back=None)


class Word(models.Model):
    """It says one sentence of ours. Which one is sealed: the row tells nothing but that there is one."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    companionship = models.ForeignKey(Companionship, on_delete=models.CASCADE, related_name="words")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="+")
    says = Sealed(by="person", max_length=20)
    at = models.DateTimeField(default=now)

    objects = WordQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["companionship", "entry"], name="one_word_an_entry"),
        ]

    def __str__(self) -> str:
        return "word"
