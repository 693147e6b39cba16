"""A person: a sign-in name nobody else sees, and nothing that says who they are."""

from django.contrib.auth.hashers import make_password
from django.db import models
from django.utils.translation import gettext_lazy as _

from openchair.kit import ids
from openchair.kit.clock import now


class Person(models.Model):
    """Someone with a way to come back. Names for others live in each group."""

    class Brings(models.TextChoices):
        """What brings you here? Chosen freely, or not at all."""

        OWN = "own", _("My own drinking, drug use or habit")
        FAMILY = "family", _("Someone I care about")
        WORK = "work", _("I work here")
        LOOKING = "looking", _("Just looking")

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    handle = models.CharField(max_length=60, unique=True)
    passphrase = models.CharField(max_length=200)
    brings = models.CharField(max_length=10, choices=Brings.choices, blank=True)
    zone = models.CharField(max_length=60, blank=True)
    codes_kept_at = models.DateTimeField(null=True, blank=True)
    joined_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return "person"

    def set_words(self, words: str) -> None:
        """Keep the hash of a passphrase (Argon2id, RFC 9106); the words themselves are never kept."""
        self.passphrase = make_password(words)
