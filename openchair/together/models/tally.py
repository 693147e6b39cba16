"""A rounded number of many people, or of their days, as it was when it was last counted."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from openchair.groups.models import Group
from openchair.people.models.session import day_of
from openchair.together.rounding import TOGETHER

KEPT_STANDS: Final = timedelta(days=2)  # a count that is a day late is still said


class TallyQuerySet(models.QuerySet["Tally"]):
    """Numbers by what they are about."""

    def standing(self, moment: datetime) -> Self:
        """Those of this day, in UTC; sums of days kept stand until the next count."""
        today = Q(at__gte=day_of(moment))
        return self.filter(today | Q(kind=Tally.Kind.KEPT, at__gt=moment - KEPT_STANDS))


class Tally(models.Model):
    """Only what was rounded is written down, and nothing below ten: the row knows no more than a reader.

    Without a group it is about the whole place.
    """

    class Kind(models.TextChoices):
        """What was counted."""

        HERE = "here", _("were here today")
        CHECKED_IN = "checked-in", _("checked in today")
        KEPT = "kept", _("days kept together")

    group = models.ForeignKey(Group, null=True, on_delete=models.CASCADE, related_name="tallies")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()

    objects = TallyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "kind"], name="one_tally_a_group"),
            models.UniqueConstraint(fields=["kind"], condition=Q(group=None), name="one_tally_of_all"),
            models.CheckConstraint(condition=Q(number__gte=TOGETHER), name="tally_of_many"),
            models.CheckConstraint(condition=Q(kind__in=["here", "checked-in", "kept"]), name="tally_kind"),
        ]

    def __str__(self) -> str:
        return "tally"
