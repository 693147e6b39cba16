"""Spare keys: the way back in when the words are lost."""

from django.db import models

from openchair.kit.clock import now
from openchair.people.models.person import Person
from openchair.vault.rules import coded


class RecoveryCode(models.Model):
    """One code of 125 bits, kept as SHA-256 and good for one use."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="recovery_codes")
    code_hash = coded(models.CharField(max_length=64, unique=True))
    made_at = models.DateTimeField(default=now)
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return "recovery code"
