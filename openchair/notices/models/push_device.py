"""A browser that shows a quiet sign when something waits."""

from datetime import date

from django.db import models

from openchair.kit import ids
from openchair.kit.clock import now
from openchair.people.models import Person, Session
from openchair.vault.blind import Blind
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet

LONGEST_ENDPOINT = 800


def today() -> date:
    """The day, in UTC."""
    return now().date()


class PushDeviceQuerySet(SealedQuerySet["PushDevice"]):
    """Devices, opened together."""


class PushDevice(models.Model):
    """A push subscription (RFC 8030). It ends with its session; of the device nothing is kept."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="push_devices")
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="push_devices")
    endpoint = Sealed(by="person", max_length=LONGEST_ENDPOINT)
    endpoint_key = Blind(of="endpoint", unique=True)  # one browser belongs to one person
    public_key = Sealed(by="person", max_length=100)  # p256dh: 65 bytes, base64url
    auth = Sealed(by="person", max_length=30)  # 16 bytes, base64url
    made_on = models.DateField(default=today)
    given_up = models.PositiveSmallIntegerField(default=0)  # times its push service did not answer at all

    objects = PushDeviceQuerySet.as_manager()

    def __str__(self) -> str:
        return "push device"
