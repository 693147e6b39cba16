"""A secret address at which a calendar finds one's own reminders and meetings."""

import hashlib
import secrets
from datetime import date

from django.db import models

from openchair.notices.models.push_device import today
from openchair.people.models import Person
from openchair.vault.rules import coded


class CalendarFeed(models.Model):
    """Whoever has the address can read it. Only a hash of its token is kept; a new one ends the old."""

    person = models.OneToOneField(
        Person, on_delete=models.CASCADE, primary_key=True, related_name="calendar_feed"
    )
    token_hash = coded(models.CharField(max_length=64, unique=True))
    tells_names = models.BooleanField(default=False)  # of meetings and reminders, instead of "Appointment"
    made_on: "models.DateField[date, date]" = models.DateField(default=today)

    def __str__(self) -> str:
        return "calendar feed"


def new_token() -> str:
    """256 random bits, safe in an address."""
    return secrets.token_urlsafe(32)


def hashed(token: str) -> str:
    """SHA-256 is enough for 256 random bits."""
    return hashlib.sha256(token.encode()).hexdigest()
