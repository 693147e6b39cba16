"""A passkey: a key pair of which the browser or the device keeps the half that signs."""

from datetime import date, datetime

from django.db import models

from openchair.kit import ids
from openchair.kit.clock import now
from openchair.people.models.person import Person
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet


def today() -> date:
    """The day, in UTC."""
    return now().date()


class PasskeyQuerySet(SealedQuerySet["Passkey"]):
    """Passkeys, opened together."""


class Passkey(models.Model):
    """One of a person's passkeys. Of the device nothing is kept: no model, no maker, no attestation (S03)."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="passkeys")
    # 64 random bytes, the same in all passkeys of a person (WebAuthn 3, 5.4.3): no name, no row's id.
    holder = models.BinaryField(max_length=64)
    credential = models.BinaryField(max_length=1023, unique=True)
    public_key = models.BinaryField(max_length=2000)  # COSE (RFC 9052)
    counter = models.PositiveBigIntegerField(default=0)
    nickname = Sealed(by="person", max_length=40, blank=True)
    made_on = models.DateField(default=today)
    used_on = models.DateField(null=True, blank=True)
    works_from = models.DateTimeField(null=True, blank=True)  # forgotten once it is past

    objects = PasskeyQuerySet.as_manager()

    def __str__(self) -> str:
        return "passkey"

    def works_at(self, moment: datetime) -> bool:
        """False while it waits for its first day to pass."""
        return self.works_from is None or moment >= self.works_from
