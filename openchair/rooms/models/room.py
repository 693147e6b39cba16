"""The room of one occurrence, from opening to closing."""

from __future__ import annotations

import secrets
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from openchair.kit import ids
from openchair.kit.clock import now
from openchair.meetings.models import EARLY_DOOR, ChatRule, Occurrence
from openchair.vault.rules import coded

KEY_BYTES = 32

__all__ = ["EARLY_DOOR", "Room"]


def _key() -> bytes:
    return secrets.token_bytes(KEY_BYTES)


class RoomQuerySet(models.QuerySet["Room"]):
    """Rooms by what they are now."""

    def live(self) -> Self:
        """Those that were opened and not closed."""
        return self.filter(closed_at=None)


class Room(models.Model):
    """`key` seals the words that are spoken, wherever they are held, and is destroyed at closing."""

    class Door(models.TextChoices):
        """Who comes in without being let in, right now."""

        OPEN = "open", _("Open: people come in")
        MEMBERS = "members", _("Members come in, others wait")
        KNOCK = "knock", _("Everyone waits to be let in")
        LOCKED = "locked", _("Locked: nobody else comes in")

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = coded(models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False))
    occurrence = models.OneToOneField(Occurrence, on_delete=models.CASCADE, related_name="room")
    opened_at = models.DateTimeField(default=now)
    closed_at = models.DateTimeField(null=True, blank=True)
    key = models.BinaryField(max_length=KEY_BYTES, null=True, default=_key)
    step = models.PositiveSmallIntegerField(default=0)
    door = models.CharField(max_length=10, choices=Door.choices, default=Door.MEMBERS)
    chat = models.CharField(max_length=10, choices=ChatRule.choices, default=ChatRule.SPEAKER)
    calm_since = models.DateTimeField(null=True, blank=True)
    # Who leads while the chair's connection is lost; empty when the chair is here.
    acting = models.ForeignKey(
        "rooms.Seat", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    # True once nobody with a role answers: the queue runs by itself and the door is locked.
    runs_itself = models.BooleanField(default=False)

    objects = RoomQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="closed_room_has_no_key",
                condition=Q(closed_at=None, key__isnull=False) | Q(closed_at__isnull=False, key=None),
            ),
            models.CheckConstraint(name="room_chat", condition=Q(chat__in=ChatRule.values)),
        ]

    def __str__(self) -> str:
        return f"room {self.public_id}"

    @property
    def topic(self) -> str:
        """The name of this room's channel in the hub."""
        return f"rooms/{self.public_id}"

    @property
    def is_open(self) -> bool:
        """True until it is closed."""
        return self.closed_at is None

    @property
    def is_calm(self) -> bool:
        """True while the Calm Room holds everything still."""
        return self.calm_since is not None

    @property
    def word_key(self) -> bytes:
        """The key of this room's words. Raises ValueError once the room is closed."""
        if self.key is None:
            raise ValueError("a closed room has no key")
        return bytes(self.key)
