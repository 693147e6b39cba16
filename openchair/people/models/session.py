"""A signed-in browser. The token is in its cookie; here is only the hash of it."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Self

from django.db import models

from openchair.kit import ids
from openchair.kit.clock import now
from openchair.people.models.person import Person

RENEW_AFTER = timedelta(minutes=5)


class Session(models.Model):
    """Ends when idle too long, when too old, or when the person says so."""

    class Mode(models.TextChoices):
        """Where the person is signed in."""

        OWN = "own", "my device"
        SHARED = "shared", "shared computer"

    IDLE = {Mode.OWN: timedelta(days=14), Mode.SHARED: timedelta(minutes=15)}
    ABSOLUTE = {Mode.OWN: timedelta(days=90), Mode.SHARED: timedelta(hours=4)}

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="sessions")
    token_hash = models.CharField(max_length=64, unique=True)
    mode = models.CharField(max_length=10, choices=Mode.choices, default=Mode.OWN)
    began_at = models.DateTimeField(default=now)
    used_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return "session"

    @classmethod
    def begin(cls, person: Person, mode: str, token: str = "") -> tuple[Self, str]:
        """A new session and its 256-bit token, which is told once and never stored."""
        token = token or new_token()
        return cls.objects.create(person=person, mode=mode, token_hash=hashed(token)), token

    @classmethod
    def find(cls, token: str) -> Self | None:
        """The living session of a token; one that ended is deleted on the way."""
        session = cls.objects.select_related("person").filter(token_hash=hashed(token)).first()
        if session and not session.lives_at(now()):
            session.delete()
            return None
        return session

    def lives_at(self, moment: datetime) -> bool:
        """True within both its idle and its absolute limit."""
        mode = self.Mode(self.mode)
        return moment - self.used_at < self.IDLE[mode] and moment - self.began_at < self.ABSOLUTE[mode]

    def renew(self) -> None:
        """Note that it was used, at most once in five minutes: a page view is not a write."""
        if now() - self.used_at > RENEW_AFTER:
            self.used_at = now()
            self.save(update_fields=["used_at"])


def new_token() -> str:
    """256 random bits, safe in a cookie (ASVS 5.0, 7.2.3)."""
    return secrets.token_urlsafe(32)


def hashed(token: str) -> str:
    """SHA-256 is enough for 256 random bits; a slow hash is for words people choose."""
    return hashlib.sha256(token.encode()).hexdigest()
