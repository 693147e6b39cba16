"""Hours of the week in which somebody who welcomes people is here, and who steps in on one date."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from openchair.groups.models import Membership
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.meetings.recurrence import Rule
from openchair.vault.rules import coded

LENGTHS: Final = (60, 120, 180, 240)  # minutes: four hours of listening are a lot


class Shift(models.Model):
    """Every week, on the clock of its own zone. Nobody is given one: each takes their own, and drops it."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = coded(models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False))
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="shifts")
    weekday = models.PositiveSmallIntegerField()  # Monday is 0
    wall = models.TimeField()
    minutes = models.PositiveSmallIntegerField(choices=[(one, str(one)) for one in LENGTHS])
    zone = coded(models.CharField(_("zone"), max_length=64))  # an IANA name

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["membership", "weekday", "wall"], name="shift_once"),
            models.CheckConstraint(condition=Q(weekday__lte=6), name="shift_weekday"),
            models.CheckConstraint(condition=Q(minutes__in=LENGTHS), name="shift_minutes"),
        ]

    def __str__(self) -> str:
        return "shift"

    @property
    def rule(self) -> Rule:
        """When it comes round."""
        return Rule(wall=self.wall, zone=self.zone, minutes=self.minutes, weekday=self.weekday)


class Cover(models.Model):
    """On one date somebody else is here instead; without a membership that somebody is still looked for."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = coded(models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False))
    shift = models.ForeignKey(Shift, on_delete=models.CASCADE, related_name="covers")
    starts_at = models.DateTimeField()
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, null=True, related_name="covers")
    asked_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shift", "starts_at"], name="cover_once")]

    def __str__(self) -> str:
        return "cover"
