"""A steward is a person with a record that says so."""

import secrets
from datetime import timedelta
from typing import Self

from django.db import models

from openchair.kit.clock import now
from openchair.people.models.person import Person
from openchair.people.models.session import SKEW, hashed
from openchair.vault.rules import coded

LINK_LIVES = timedelta(minutes=30)


class Stewardship(models.Model):
    """This person keeps the whole place."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="stewardship")
    since = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return "stewardship"


class StewardLink(models.Model):
    """A one-time link, printed in the terminal, by which whoever runs the machine becomes steward."""

    token_hash = coded(models.CharField(max_length=64, unique=True))
    made_at = models.DateTimeField(default=now)
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return "steward link"

    @classmethod
    def make(cls) -> str:
        """A new token; earlier unused ones stop working."""
        cls.objects.filter(used_at=None).delete()
        token = secrets.token_urlsafe(24)
        cls.objects.create(token_hash=hashed(token))
        return token

    @classmethod
    def find(cls, token: str) -> Self | None:
        """The link of a token while it lives and was not used."""
        moment = now()
        return cls.objects.filter(
            token_hash=hashed(token),
            used_at=None,
            made_at__gt=moment - LINK_LIVES,
            made_at__lte=moment + SKEW,
        ).first()
