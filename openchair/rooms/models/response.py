"""A response to what somebody said: no words, and no count that others see."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from openchair.rooms.models.room import Room
from openchair.rooms.models.seat import Seat
from openchair.vault.rules import coded


class Response(models.Model):
    """`utterance` is the random id of what was said, not its words."""

    class Kind(models.TextChoices):
        """Small and kind; there is no other."""

        WITH_YOU = "with", _("With you")
        HEAR = "hear", _("I hear you")
        THANKS = "thanks", _("Thank you")

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="responses")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="responses")
    utterance = coded(models.CharField(max_length=32))
    to = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="responses_to")
    kind = models.CharField(max_length=10, choices=Kind.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["seat", "utterance", "kind"], name="one_response_a_kind")
        ]

    def __str__(self) -> str:
        return self.kind
