"""Small acts that somebody wants to do again and again, and the weeks in which they did."""

from __future__ import annotations

import json
from datetime import date
from typing import Self

from django.db import models
from django.http import Http404

from openchair.kit import ids
from openchair.people.models import Person
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet
from openchair.vault.results import Unreadable
from openchair.vault.rules import coded

Done = dict[str, list[int]]  # by the habit's public id: the days of the week, 0 is Monday


class HabitQuerySet(SealedQuerySet["Habit"]):
    """Habits, the oldest first."""

    def kept(self) -> Self:
        """Those that were not let go."""
        return self.filter(let_go_on=None).order_by("since", "id")

    def get_or_404(self, **which: object) -> Habit:
        """The one, or Http404."""
        found = self.filter(**which).first()
        if found is None:
            raise Http404
        return found


class Habit(models.Model):
    """What it is, is sealed: a kind of ours, or the person's own words."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = coded(models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False))
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="habits")
    told = Sealed(by="person", max_length=200)
    since = models.DateField()
    let_go_on = models.DateField(null=True, blank=True)

    objects = HabitQuerySet.as_manager()

    def __str__(self) -> str:
        return "habit"

    @property
    def says(self) -> dict[str, str]:
        """Its `kind`, and `words` where they are the person's own; neither when it cannot be read."""
        if isinstance(self.told, Unreadable):
            return {"kind": "own", "words": str(self.told)}
        said: dict[str, str] = json.loads(self.told)
        return said


class WeekQuerySet(SealedQuerySet["Week"]):
    """Weeks of habits."""


class Week(models.Model):
    """One for each week in which somebody marked something. Which days, and of what, is sealed."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="habit_weeks")
    monday = models.DateField()
    done = Sealed(by="person", max_length=2000)

    objects = WeekQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "monday"], name="one_week_each")]

    def __str__(self) -> str:
        return "week"

    @classmethod
    def of(cls, person: Person, monday: date) -> Done:
        """What was marked in a week; nothing where nothing was, or where it cannot be read."""
        row = cls.objects.filter(person=person, monday=monday).first()
        return row.says if row else {}

    @property
    def says(self) -> Done:
        """What was marked."""
        if isinstance(self.done, Unreadable):
            return {}
        said: Done = json.loads(self.done)
        return said
