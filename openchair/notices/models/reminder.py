"""What a person asked to be reminded of."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q

from openchair.kit import ids
from openchair.notices.kinds import OWN
from openchair.notices.timing import EVERY_DAY
from openchair.people.models import Person
from openchair.vault.rules import coded

LONGEST_BEFORE = 2 * 24 * 60  # minutes
LATE = timedelta(hours=2)  # what a server that stood still missed by more than this is not told any more


class ReminderQuerySet(models.QuerySet["Reminder"]):
    """Reminders, by when they are due."""

    def due(self, moment: datetime) -> Self:
        """Those whose time has come, the longest waiting first; found by the index on `next_at`."""
        return self.filter(next_at__lte=moment).order_by("next_at")


class Reminder(models.Model):
    """One of a person's own: at a time of day in their home zone, or so many minutes before a thing begins.

    There is a row only while it is on. `next_at` is worked out each time it was due, so that those due this
    minute are found without looking at the others.
    """

    public_id = coded(
        models.CharField(max_length=ids.PUBLIC_ID_LENGTH, unique=True, default=ids.public_id, editable=False)
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="reminders")
    kind = coded(models.CharField(max_length=20))
    subject = coded(models.CharField(max_length=ids.PUBLIC_ID_LENGTH, default=OWN))
    wall = models.TimeField(null=True, blank=True)
    weekdays = models.PositiveSmallIntegerField(default=EVERY_DAY)  # a bit each, Monday the lowest
    minutes_before = models.PositiveSmallIntegerField(null=True, blank=True)
    next_at = models.DateTimeField(null=True, blank=True)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["person", "kind", "subject"], name="one_reminder_of_a_thing"),
            models.CheckConstraint(
                name="reminder_at_a_time_or_before",
                condition=Q(wall=None, minutes_before__isnull=False)
                | Q(wall__isnull=False, minutes_before=None),
            ),
            models.CheckConstraint(
                name="reminder_weekdays", condition=Q(weekdays__gte=1, weekdays__lte=EVERY_DAY)
            ),
            models.CheckConstraint(
                name="reminder_before",
                condition=Q(minutes_before=None) | Q(minutes_before__lte=LONGEST_BEFORE),
            ),
        )
        indexes = (
            models.Index(fields=["next_at"], name="reminders_due", condition=Q(next_at__isnull=False)),
            models.Index(fields=["kind", "subject"], name="reminders_of_a_thing"),
        )

    def __str__(self) -> str:
        return "reminder"
