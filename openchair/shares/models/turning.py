"""Turning from what one does not want to see. None of it is told to anybody."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from openchair.kit.clock import now
from openchair.people.models import Person
from openchair.shares.models.reply import Reply
from openchair.shares.models.share import Share


class Hiding(models.Model):
    """This one share, or this one reply, is out of this person's sight."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="hidings")
    share = models.ForeignKey(Share, null=True, on_delete=models.CASCADE, related_name="hidings")
    reply = models.ForeignKey(Reply, null=True, on_delete=models.CASCADE, related_name="hidings")
    at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "share"], name="one_hiding_a_share"),
            models.UniqueConstraint(fields=["person", "reply"], name="one_hiding_a_reply"),
            models.CheckConstraint(
                condition=Q(share=None, reply__isnull=False) | Q(share__isnull=False, reply=None),
                name="hides_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return "hiding"


class KeptFrom(models.Model):
    """A share without a name is kept from whoever was apart from its writer when it was posted.

    Were the present blocks asked instead, blocking one member after the other would tell whose it is.
    """

    share = models.ForeignKey(Share, on_delete=models.CASCADE, related_name="kept_from")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "share"], name="kept_from_once")]

    def __str__(self) -> str:
        return "kept from"
