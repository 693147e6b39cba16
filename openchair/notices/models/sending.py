"""What is to leave this site: one row for each device or mail address that has not been told yet."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import F, Q

from openchair.notices.models.mail_address import MailAddress
from openchair.notices.models.push_device import PushDevice
from openchair.people.models import Person

LEASE = timedelta(minutes=2)  # for whoever took it; then it is anybody's again


class SendingQuerySet(models.QuerySet["Sending"]):
    """Sendings, by when they are due."""

    def take(self, moment: datetime, most: int) -> list[Sending]:
        """Take some that are due, so that no other process does for two minutes. In a transaction.

        Whoever is killed with them in hand leaves them to be taken, and sent, once more.
        """
        due = self.filter(due_at__lte=moment, person__erasure=None, person__closure=None)
        free = due.select_for_update(skip_locked=True, of=("self",)).order_by("due_at")
        taken = list(free.select_related("person", "device", "mail")[:most])
        mine = self.filter(pk__in=[one.pk for one in taken])
        mine.update(due_at=moment + LEASE, tries=F("tries") + 1)
        return taken

    def of(self, person: Person) -> Self:
        """What is to be told to this person."""
        return self.filter(person=person, what=Sending.What.WAITS)


class Sending(models.Model):
    """That something waits: no word of what. Many notices before it goes are one sending."""

    class What(models.TextChoices):
        """A sign that something waits, or the question whether an address is theirs."""

        WAITS = "waits"
        CONFIRM = "confirm"

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="sendings")
    device = models.OneToOneField(PushDevice, on_delete=models.CASCADE, null=True, blank=True)
    mail = models.ForeignKey(MailAddress, on_delete=models.CASCADE, null=True, blank=True)
    what = models.CharField(max_length=7, choices=What.choices, default=What.WAITS)
    due_at = models.DateTimeField(db_index=True)
    tries = models.PositiveSmallIntegerField(default=0)

    objects = SendingQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="sending_to_one",
                condition=Q(device=None, mail__isnull=False) | Q(device__isnull=False, mail=None),
            ),
            models.UniqueConstraint(fields=["mail", "what"], name="one_sending_to_an_address"),
            models.CheckConstraint(
                name="only_an_address_is_confirmed", condition=~Q(what="confirm") | Q(device=None)
            ),
        )

    def __str__(self) -> str:
        return "sending"
