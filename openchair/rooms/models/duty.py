"""Roles for this meeting only."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from openchair.rooms.models.room import Room
from openchair.rooms.models.seat import Seat


class Role(models.TextChoices):
    """What somebody does for the others tonight."""

    CHAIR = "chair", _("Chair")
    COHOST = "cohost", _("Co-host")
    GREETER = "greeter", _("Greeter")
    TIMEKEEPER = "timekeeper", _("Timekeeper")
    READER = "reader", _("Reader")


class Duty(models.Model):
    """Gone when the meeting ends."""

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="duties")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="duties")
    role = models.CharField(max_length=10, choices=Role.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["seat", "role"], name="one_duty_a_role"),
            models.UniqueConstraint(fields=["room"], condition=Q(role="chair"), name="one_chair_a_room"),
        ]

    def __str__(self) -> str:
        return self.role
