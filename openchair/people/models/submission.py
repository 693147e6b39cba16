"""A form that was sent: the same one twice has one effect."""

from django.db import models

from openchair.kit.clock import now
from openchair.vault.rules import coded


class Submission(models.Model):
    """The hash of who sent which form where, and where its answer led. Pruned after a day."""

    key = coded(models.CharField(max_length=64, primary_key=True))
    led_to = coded(models.CharField(max_length=300))
    at = models.DateTimeField(default=now, db_index=True)

    def __str__(self) -> str:
        return "submission"
