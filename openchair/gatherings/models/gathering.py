"""A meeting that is not at one hour: a thread that is open for days, and its run-sheet."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Self

from django.db import models
from django.db.models import F, Q
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from openchair.groups.models import Group
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet
from openchair.vault.rules import coded

NAME_LENGTH: Final = 80
SHORTEST: Final = timedelta(hours=24)
LONGEST: Final = timedelta(days=30)
FARTHEST: Final = timedelta(weeks=8)  # so far ahead one may begin
PUT_AWAY_AFTER: Final = timedelta(days=30)  # after its end


class GatheringQuerySet(SealedQuerySet["Gathering"]):
    """Gatherings by where they are in time."""

    def over(self, moment: datetime) -> Self:
        """Those that closed, by themselves or before their time."""
        return self.filter(Q(ends_at__lte=moment) | Q(closed_at__isnull=False))

    def to_come(self, moment: datetime) -> Self:
        """Those that are open, or will be."""
        return self.filter(ends_at__gt=moment, closed_at=None)

    def get_or_404(self, **which: object) -> Gathering:
        """The one, or Http404."""
        found = self.select_related("group__closing").filter(**which).first()
        if found is None:
            raise Http404
        return found


class Gathering(models.Model):
    """Its end is `ends_at`, unless the chair closed it before: then it is `closed_at`."""

    class After(models.TextChoices):
        """What becomes of the turns. Settled at the start: nobody's words stand longer than they knew."""

        AWAY = "away", _("They are put away 30 days after the end: then each stays with its writer alone")
        STAYS = "stays", _("The group can read them for as long as their writers let it")

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = coded(models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False))
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="gatherings")
    # The group's own, as its own name is: a host gives it, and it stays when they go.
    name = Sealed(by="group", max_length=NAME_LENGTH)
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    after = models.CharField(max_length=10, choices=After.choices, default=After.AWAY)
    closed_at = models.DateTimeField(null=True, blank=True)
    put_away_at = models.DateTimeField(null=True, blank=True)

    objects = GatheringQuerySet.as_manager()

    class Meta:
        ordering = ["-begins_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("begins_at")), name="gathering_ends_later"),
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(closed_at__lte=F("ends_at")), name="gathering_closed_early"
            ),
            models.CheckConstraint(condition=Q(after__in=["away", "stays"]), name="gathering_after"),
        ]
        indexes = [models.Index(fields=["group", "-begins_at", "-id"], name="gathering_newest")]

    def __str__(self) -> str:
        return "gathering"

    @property
    def end(self) -> datetime:
        """When it takes no more turns."""
        return self.closed_at or self.ends_at

    @property
    def is_over(self) -> bool:
        """Has it closed?"""
        return self.closed_at is not None or now() >= self.ends_at

    @property
    def has_begun(self) -> bool:
        """Did its time come? True also when it is over."""
        return now() >= self.begins_at

    @property
    def is_open(self) -> bool:
        """Does it take turns?"""
        return self.has_begun and not self.is_over

    @property
    def goes_away_at(self) -> datetime | None:
        """When its turns are put away; None when they stay."""
        return self.end + PUT_AWAY_AFTER if self.after == self.After.AWAY else None


class Step(models.Model):
    """One step of the run-sheet, and from when it stands. It says our words, or a Wording's."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="steps")
    key = coded(models.CharField(max_length=10))
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["gathering", "key"], name="one_step_a_key")]

    def __str__(self) -> str:
        return "step"
