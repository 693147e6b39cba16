"""How many came, about. Never who, never exactly."""

from __future__ import annotations

from django.db import models
from django.db.models import F
from django.db.models.functions import Mod
from django.db.models.lookups import Exact

from openchair.kit.ids import row_id
from openchair.meetings.models.occurrence import Occurrence

STEP = 10


class Attendance(models.Model):
    """`about` is a multiple of ten; 0 is said as "a few". The database refuses any other number."""

    id = models.UUIDField(primary_key=True, default=row_id, editable=False)
    occurrence = models.OneToOneField(Occurrence, on_delete=models.CASCADE)
    about = models.PositiveSmallIntegerField()

    class Meta:
        constraints = (
            models.CheckConstraint(name="attendance_is_rounded", condition=Exact(Mod(F("about"), STEP), 0)),
        )

    def __str__(self) -> str:
        return f"attendance of {self.occurrence_id}"

    @classmethod
    def note(cls, occurrence: Occurrence, people: int) -> Attendance:
        """Keep the rounded number of people who came; noting again replaces it."""
        rounded = {"about": (people + STEP // 2) // STEP * STEP}
        return cls.objects.update_or_create(occurrence=occurrence, defaults=rounded)[0]
