"""That somebody made today's pledge. It holds no words, and is gone once its day is over."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models

from openchair.people.models import Person


class PledgeQuerySet(models.QuerySet["Pledge"]):
    """Pledges by the end of their maker's day."""

    def standing(self, moment: datetime) -> Self:
        """Those whose day is not over."""
        return self.filter(ends_at__gt=moment)


class Pledge(models.Model):
    """One for each person. A new day's takes the place of the last, so that there is nothing to count."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True, related_name="pledge")
    ends_at = models.DateTimeField(db_index=True)

    objects = PledgeQuerySet.as_manager()

    def __str__(self) -> str:
        return "pledge"
