"""Whom somebody wants to be nudged when they go quiet."""

from __future__ import annotations

from datetime import datetime
from typing import Final, Self

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from openchair.checkins.models import CheckIn
from openchair.companions.models.companionship import Companionship
from openchair.people.models import Person

FEWEST, MOST = 2, 30  # days of silence
DAYS: Final = range(FEWEST, MOST + 1)


class CareQuerySet(models.QuerySet["Care"]):
    """Wishes to be looked after."""

    def standing(self, moment: datetime) -> Self:
        """Those of the last 90 days whose companion is still one."""
        return self.filter(until__gt=moment, companionship__in=Companionship.objects.standing())

    def with_last_day(self) -> Self:
        """With `last_day`: for which day the person checked in last; None when there is none."""
        days = CheckIn.objects.filter(person=OuterRef("person")).order_by("-day").values("day")
        return self.annotate(last_day=Subquery(days[:1]))


class Care(models.Model):
    """One for each person, made by nobody but themselves. `nudged_on` keeps one silence to one nudge."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True, related_name="care")
    companionship = models.ForeignKey(Companionship, on_delete=models.CASCADE, related_name="cares")
    days = models.PositiveSmallIntegerField()
    since = models.DateField()
    until = models.DateTimeField(db_index=True)
    nudged_on = models.DateField(null=True, blank=True)

    objects = CareQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(days__gte=FEWEST, days__lte=MOST), name="care_days"),
        ]

    def __str__(self) -> str:
        return "care"
