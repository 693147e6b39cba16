"""From when until when a seat could hear. Spans of time and never words: these go with the meeting."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Self
from uuid import UUID

from django.db import models, transaction
from django.db.models import Count, F, Q

from openchair.rooms.models.seat import Seat, SeatQuerySet

MOST = 20  # spans of a seat: whoever goes in and out for an hour piles up no more


class HeardQuerySet(models.QuerySet["Heard"]):
    """Spans by the moments in them."""

    def at(self, moment: datetime) -> Self:
        """Those that hold this moment, their first and their last one included."""
        return self.filter(since__lte=moment, until__gte=moment)

    @transaction.atomic
    def remember(self, seats: SeatQuerySet, moment: datetime) -> None:
        """The spans of those of these seats who are inside end now. Called before they are moved.

        The rows are held and read anew: of somebody who has moved meanwhile the span has ended already.
        """
        inside = seats.filter(place=Seat.Place.INSIDE).order_by("pk").select_for_update(of=("self",))
        spans = [
            Heard(seat=seat, since=seat.came_at, until=seat.heard_until(moment))
            for seat in inside.only("pk", "came_at", "present_until")
        ]
        # Whoever was let in while they were away, and did not come back, heard nothing.
        spans = [span for span in spans if span.since <= span.until]
        self.bulk_create(spans, ignore_conflicts=True)
        self._keep_the_newest({span.seat_id for span in spans})

    def _keep_the_newest(self, seats: Collection[UUID]) -> None:
        counted = self.filter(seat__in=seats).values("seat").annotate(many=Count("pk"))
        for seat in counted.filter(many__gt=MOST).values_list("seat", flat=True):
            newest = self.filter(seat=seat).order_by("-since").values_list("pk", flat=True)[:MOST]
            self.filter(seat=seat).exclude(pk__in=list(newest)).delete()


class Heard(models.Model):
    """A span that is over. One that lasts is the seat's own `came_at`, while its place is inside.

    By this whoever was sent outside, or went, can still block and tell the hosts of what they heard.
    """

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="heard")
    since = models.DateTimeField()
    until = models.DateTimeField()

    objects = HeardQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["seat", "since"], name="one_span_begins_at_a_time"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="heard_forwards"),
        ]

    def __str__(self) -> str:
        return "heard"

    def holds(self, moment: datetime) -> bool:
        """True for moments in it, the first and the last one included."""
        return self.since <= moment <= self.until
