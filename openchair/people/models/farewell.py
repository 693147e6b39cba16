"""That a person goes: an account that is to be erased, and one that was closed and can be erased later."""

from datetime import date, datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext

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
    left_words = models.BooleanField(default=False)  # to groups, without a name

    def __str__(self) -> str:
        return "closure"


def still_met() -> Q:
    """Within a question: rows whose `other` is here, or closed the account and left words to groups.

    Of everybody else who went nobody learns that they were ever here.
    """
    return Q(other__erasure=None) & (Q(other__closure=None) | Q(other__closure__left_words=True))


def name_for(other: Person, met_as: str) -> str:
    """What a list calls somebody who was met under this name."""
    return gettext("A former member") if hasattr(other, "closure") else met_as
