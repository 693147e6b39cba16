"""A sheet that somebody filled in for themselves."""

from __future__ import annotations

import json
from typing import Self

from django.db import models
from django.http import Http404

from openchair.kit import ids
from openchair.people.models import Person
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet
from openchair.vault.results import Unreadable
from openchair.vault.rules import coded


class WorksheetQuerySet(SealedQuerySet["Worksheet"]):
    """Sheets, the newest first."""

    def standing(self) -> Self:
        """Those that were not taken back."""
        return self.filter(taken_back_on=None).order_by("-written_on", "-id")

    def get_or_404(self, **which: object) -> Worksheet:
        """The one, or Http404."""
        found = self.filter(**which).first()
        if found is None:
            raise Http404
        return found


class Worksheet(models.Model):
    """Which sheet it is, and every answer, are sealed together."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = coded(models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False))
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="worksheets")
    written_on = models.DateField()
    told = Sealed(by="person", max_length=16000)
    taken_back_on = models.DateField(null=True, blank=True)

    objects = WorksheetQuerySet.as_manager()

    def __str__(self) -> str:
        return "worksheet"

    @property
    def sheet(self) -> str:
        """The name of the sheet; empty when it cannot be read."""
        return str(self._says.get("sheet", ""))

    @property
    def answers(self) -> dict[str, str]:
        """What was written, by question."""
        return {name: words for name, words in self._says.items() if name != "sheet"}

    @staticmethod
    def kept(sheet: str, answers: dict[str, str]) -> str:
        """What is sealed; a question without an answer is left out."""
        return json.dumps(
            {"sheet": sheet} | {name: one for name, one in answers.items() if one}, ensure_ascii=False
        )

    @property
    def _says(self) -> dict[str, str]:
        if isinstance(self.told, Unreadable):
            return {}
        said: dict[str, str] = json.loads(self.told)
        return said
