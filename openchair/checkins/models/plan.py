"""What somebody will do in the next seven days, when, and who helps."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Final, Self

from django.db import models

from openchair.kit import ids
from openchair.people.models import Person
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet
from openchair.vault.results import Unreadable

LASTS: Final = timedelta(days=7)
LINES: Final = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to do."""

    what: str
    when: str = ""
    who: str = ""
    done: bool = False


class PlanQuerySet(SealedQuerySet["Plan"]):
    """Plans, the newest first."""

    def standing(self) -> Self:
        """Those that were not put away."""
        return self.filter(put_away_on=None).order_by("-begins", "-id")


class Plan(models.Model):
    """A week from the day on which it was made. A new one is a new row; the old one stays as it was."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="plans")
    begins = models.DateField()
    told = Sealed(by="person", max_length=4000)
    put_away_on = models.DateField(null=True, blank=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "begins"], name="one_plan_a_day")]

    def __str__(self) -> str:
        return "plan"

    def is_on(self, day: date) -> bool:
        """Do its seven days include this one?"""
        return self.begins <= day < self.begins + LASTS

    @property
    def lines(self) -> list[Line]:
        """What it says; nothing when it cannot be read."""
        return [] if isinstance(self.told, Unreadable) else [Line(**one) for one in json.loads(self.told)]

    @staticmethod
    def kept(lines: list[Line]) -> str:
        """The lines as they are sealed."""
        return json.dumps([asdict(one) for one in lines], ensure_ascii=False)
