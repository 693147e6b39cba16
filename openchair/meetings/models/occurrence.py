"""One date of a meeting. A row exists only once that date was opened, moved, cancelled or claimed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q

from openchair.kit.ids import PUBLIC_ID_LENGTH, public_id, row_id
from openchair.meetings.recurrence import MARGIN, Span, holds
from openchair.vault.rules import coded

if TYPE_CHECKING:
    from openchair.meetings.models.series import Series


class OccurrenceQuerySet(models.QuerySet["Occurrence"]):
    """Rows of occurrences, usually those of one series."""

    def odd(self, now: datetime) -> Self:
        """Those moved or cancelled that can still matter at `now`."""
        recent = Q(planned_at__gt=now - MARGIN) | Q(ends_at__gt=now)
        return self.filter(recent, ~Q(starts_at=F("planned_at")) | Q(cancellation__isnull=False))

    def exceptions(self, now: datetime) -> tuple[set[datetime], list[Span]]:
        """Planned starts that do not hold, and the spans of moved occurrences that have not ended."""
        without: set[datetime] = set()
        also: list[Span] = []
        for row in self.odd(now).select_related("cancellation"):
            without.add(row.planned_at)
            if not row.cancelled and row.ends_at > now:
                also.append(Span(row.starts_at, row.ends_at))
        return without, also

    def write(self, series: Series, start: datetime) -> Occurrence:
        """Write the row for a start that the series' own rule names; two writers at once get one row."""
        if not holds(series.rule, start) or self.filter(planned_at=start).exists():
            raise Occurrence.DoesNotExist
        end = start + timedelta(minutes=series.minutes)
        defaults = {"starts_at": start, "ends_at": end}
        return self.get_or_create(series=series, planned_at=start, defaults=defaults)[0]


class Occurrence(models.Model):
    """`planned_at` is what the rule said and names the date for ever; `starts_at` is when it is held."""

    id = models.UUIDField(primary_key=True, default=row_id, editable=False)
    public_id = coded(
        models.CharField(max_length=PUBLIC_ID_LENGTH, unique=True, default=public_id, editable=False)
    )
    series = models.ForeignKey("meetings.Series", on_delete=models.CASCADE, related_name="occurrences")
    planned_at = models.DateTimeField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        ordering = ("starts_at",)
        constraints = (
            models.UniqueConstraint(name="occurrence_planned_once", fields=("series", "planned_at")),
            models.UniqueConstraint(name="occurrence_held_once", fields=("series", "starts_at")),
            models.CheckConstraint(name="occurrence_is_a_span", condition=Q(starts_at__lt=F("ends_at"))),
        )

    def __str__(self) -> str:
        return f"occurrence {self.public_id}"

    @property
    def cancelled(self) -> bool:
        """Was this date called off?"""
        return hasattr(self, "cancellation")

    @property
    def moved(self) -> bool:
        """Is this date held at another time than the rule says?"""
        return self.starts_at != self.planned_at
