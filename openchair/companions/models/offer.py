"""Somebody who can be a companion, for as many as they say and for two weeks."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Self

from django.db import models
from django.db.models import Q

from openchair.groups.models import Group
from openchair.people.models import Person

OFFER_STANDS: Final = timedelta(days=14)
FEWEST, MOST = 1, 5


class OfferQuerySet(models.QuerySet["Offer"]):
    """Offers in groups."""

    def standing(self, moment: datetime) -> Self:
        """Those made in the last two weeks."""
        return self.filter(until__gt=moment)


class Offer(models.Model):
    """One for each member of a group. It ends by itself; one that is full is not listed, and says nothing."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="companion_offers")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="companion_offers")
    capacity = models.PositiveSmallIntegerField()
    until = models.DateTimeField(db_index=True)

    objects = OfferQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "person"], name="one_offer_each"),
            models.CheckConstraint(
                condition=Q(capacity__gte=FEWEST, capacity__lte=MOST), name="offer_capacity"
            ),
        ]

    def __str__(self) -> str:
        return "offer"
