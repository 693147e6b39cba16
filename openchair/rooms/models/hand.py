"""A raised hand, and the turn it becomes."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from openchair.kit import ids
from openchair.kit.clock import now
from openchair.rooms.models.room import Room
from openchair.rooms.models.seat import Seat
from openchair.vault.rules import coded

TURN = timedelta(minutes=3)
MORE = timedelta(minutes=2)


class Hand(models.Model):
    """Somebody asks to speak. Burning hands are seen by those who lead, and by nobody else."""

    class Kind(models.TextChoices):
        """How soon."""

        HAND = "hand", _("asks to speak")
        BURNING = "burning", _("needs to speak now")

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = coded(models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False))
    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="hands")
    seat = models.OneToOneField(Seat, on_delete=models.CASCADE, related_name="hand")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.HAND)
    raised_at = models.DateTimeField(default=now)

    class Meta:
        # Those who have not spoken come first; then whoever has waited longest.
        ordering = ["seat__has_spoken", "raised_at"]

    def __str__(self) -> str:
        return "hand"


class Turn(models.Model):
    """One person's time to speak: when it began and may end, never what was said."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = coded(models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False))
    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="turns")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="turns")
    began_at = models.DateTimeField(default=now)
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-began_at"]
        constraints = [
            models.UniqueConstraint(fields=["room"], condition=Q(ended_at=None), name="one_turn_at_a_time"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("began_at")), name="turn_takes_time"),
        ]

    def __str__(self) -> str:
        return "turn"

    @property
    def as_it_is(self) -> str:
        """Which turn, and until when: a button that carries this acts upon no later end."""
        return f"{self.public_id}:{int(self.ends_at.timestamp())}"
