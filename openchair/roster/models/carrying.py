"""What somebody carries at most, and when they are away: said by themselves, and by nobody for them."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.db import models
from django.db.models import F, Q

from openchair.groups.models import Membership

MOST: Final = 7  # times a week
AT_FIRST: Final = 2


class Carrying(models.Model):
    """One for each who said something; without a row, twice a week and not away. Others see none of it."""

    membership = models.OneToOneField(Membership, on_delete=models.CASCADE, related_name="carrying")
    most = models.PositiveSmallIntegerField(default=AT_FIRST)  # times a week
    away_from = models.DateField(null=True, blank=True)
    away_until = models.DateField(null=True, blank=True)  # the last day away

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(most__gte=1, most__lte=MOST), name="carrying_most"),
            models.CheckConstraint(
                condition=Q(away_from=None, away_until=None) | Q(away_from__lte=F("away_until")),
                name="carrying_away",
            ),
        ]

    def __str__(self) -> str:
        return "carrying"

    def is_away(self, day: date) -> bool:
        """On this day, on whatever clock it is asked."""
        return bool(self.away_from and self.away_until and self.away_from <= day <= self.away_until)

    @classmethod
    def of(cls, membership: Membership) -> Carrying:
        """That of this member; an unsaved one while they said nothing."""
        return cls.objects.filter(membership=membership).first() or cls(membership=membership)
