"""That a person goes: an account that is to be erased, and one that was closed and can be erased later."""

from datetime import date, datetime
from typing import Self

from django.db import models
from django.db.models import F, Q

from openchair.kit.clock import now
from openchair.people.models.person import Person
from openchair.vault.rules import coded


class ErasureQuerySet(models.QuerySet["Erasure"]):
    """Erasures by whether their time has come."""

    def due(self, moment: datetime) -> Self:
        """Those to be carried out by now."""
        return self.filter(due_at__lte=moment)


class Erasure(models.Model):
    """This person asked to be erased. Out of sight from `asked_at` on; until `due_at` they can take it back.

    The row goes with the person, last of all, so that whatever was cut off is taken up again.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="erasure")
    asked_at = models.DateTimeField(default=now)
    due_at = models.DateTimeField()

    objects = ErasureQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(due_at__gte=F("asked_at")), name="erased_after_asking"),
        ]

    def __str__(self) -> str:
        return "erasure"


def today() -> date:
    """The day, in UTC."""
    return now().date()


class Closure(models.Model):
    """This account is closed: nobody signs in to it. Whoever holds its code can still erase what is left."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="closure")
    on = models.DateField(default=today)
    code_hash = coded(models.CharField(max_length=64, unique=True))

    def __str__(self) -> str:
        return "closure"
