"""One thing that somebody lets one companion see."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from openchair.companions.models.companionship import Companionship
from openchair.people.models import Person

CONSENT_STANDS: Final = timedelta(days=90)  # then one is asked again


class ShowingQuerySet(models.QuerySet["Showing"]):
    """What is shown, by whom."""

    def standing(self, moment: datetime) -> Self:
        """What was given less than 90 days ago."""
        return self.filter(until__gt=moment)


class Showing(models.Model):
    """A row is a yes, and there is no row for a no: what was withdrawn leaves nothing behind."""

    class Item(models.TextChoices):
        """What there is to show."""

        CHECKED_IN = "checked-in", _("That I checked in today")
        MOOD = "mood", _("My mood")
        CRAVING = "craving", _("My cravings")
        MILESTONES = "milestones", _("Milestones, on their day")
        HAPPENED = "happened", _("That something happened, when I choose to tell it")

    companionship = models.ForeignKey(Companionship, on_delete=models.CASCADE, related_name="showings")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    item = models.CharField(max_length=12, choices=Item.choices)
    until = models.DateTimeField(db_index=True)

    objects = ShowingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["companionship", "person", "item"], name="one_showing_an_item"),
            models.CheckConstraint(
                condition=Q(item__in=["checked-in", "mood", "craving", "milestones", "happened"]),
                name="showing_item",
            ),
        ]

    def __str__(self) -> str:
        return "showing"
