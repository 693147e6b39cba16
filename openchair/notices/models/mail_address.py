"""A mail address that somebody gave so that mail can tell them."""

from django.db import models

from openchair.kit import ids
from openchair.kit.clock import now
from openchair.people.models import Person
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet

LONGEST_ADDRESS = 254  # RFC 5321, 4.5.3.1.3


class MailAddressQuerySet(SealedQuerySet["MailAddress"]):
    """Addresses, opened together."""


class MailAddress(models.Model):
    """Only for notices: nobody signs in with it, and it opens nothing. Written to once it is confirmed."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="mail_address")
    address = Sealed(by="person", max_length=LONGEST_ADDRESS)
    asked_at = models.DateTimeField(default=now)
    confirmed_at = models.DateTimeField(null=True, blank=True)

    objects = MailAddressQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "mail addresses"

    def __str__(self) -> str:
        return "mail address"
