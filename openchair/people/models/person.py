"""A person: a sign-in name nobody else sees, and nothing that says who they are."""

from typing import Self

from django.contrib.auth.hashers import make_password
from django.db import models
from django.utils.translation import gettext_lazy as _

from openchair.kit import ids
from openchair.kit.clock import now
from openchair.vault.blind import Blind
from openchair.vault.fields import ITSELF, Sealed
from openchair.vault.queryset import SealedQuerySet
from openchair.vault.rules import coded


class PersonQuerySet(SealedQuerySet["Person"]):
    """People, found by what they alone know."""

    def by_handle(self, handle: str) -> Self:
        """Whoever has this sign-in name."""
        return self.filter(handle_key=Person.key_of(handle))


class Person(models.Model):
    """Someone with a way to come back. Names for others live in each group."""

    class Brings(models.TextChoices):
        """What brings you here? Chosen freely, or not at all."""

        OWN = "own", _("My own drinking, drug use or habit")
        FAMILY = "family", _("Someone I care about")
        WORK = "work", _("I work here")
        LOOKING = "looking", _("Just looking")

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    handle = Sealed(by=ITSELF, kind="person", max_length=60)
    handle_key = Blind(of="handle", unique=True)
    passphrase = coded(models.CharField(max_length=200))  # an Argon2id hash
    brings = models.CharField(max_length=10, choices=Brings.choices, blank=True)
    zone = coded(models.CharField(max_length=60, blank=True))
    # Where and when their own days begin (own_days.Home), whatever zone a browser shows on a journey.
    home_zone = coded(models.CharField(max_length=60, blank=True))
    home_offset = models.SmallIntegerField(default=0)
    rollover = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateField(null=True, blank=True)
    codes_kept_at = models.DateTimeField(null=True, blank=True)
    joined_at = models.DateTimeField(default=now)

    objects = PersonQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(rollover__lte=6), name="day_begins_by_six")]

    def __str__(self) -> str:
        return "person"

    @classmethod
    def key_of(cls, handle: str) -> str:
        """The blind key of a sign-in name, by which it is found without being read."""
        field = cls._meta.get_field("handle_key")
        return field.key(handle) if isinstance(field, Blind) else ""

    def set_words(self, words: str) -> None:
        """Keep the hash of a passphrase (Argon2id, RFC 9106); the words themselves are never kept."""
        self.passphrase = make_password(words)
