"""One date of a meeting is held at another time."""

from datetime import datetime, timedelta

from django.db import transaction

from openchair.kit.clock import now
from openchair.meetings.cancelling import HasBegun
from openchair.meetings.models import Occurrence, Series
from openchair.meetings.recurrence import spans_from
from openchair.meetings.telling import dates_changed

FARTHEST = timedelta(days=28)


class Clash(Exception):
    """At that time this meeting is held already."""


class TooFar(Exception):
    """The new time has passed, or is more than four weeks from the old one."""


@transaction.atomic
def move(*, series: Series, start: datetime, to: datetime) -> Occurrence:
    """Hold the date that starts at `start` at `to` instead. Its claims go with it.

    Raises HasBegun, Clash, TooFar, and Occurrence.DoesNotExist when there is no such date.
    """
    series = Series.objects.select_for_update().get(pk=series.pk)
    if start <= now():
        raise HasBegun
    if to <= now() or abs(to - start) > FARTHEST:
        raise TooFar
    occurrence = series.occurrence_at(start)
    if to not in (start, occurrence.planned_at) and _is_taken(series, to):
        raise Clash
    occurrence.starts_at, occurrence.ends_at = to, to + timedelta(minutes=series.minutes)
    occurrence.save(update_fields=["starts_at", "ends_at"])
    series.find_next(now())
    series.save(update_fields=["next_start", "next_end"])
    dates_changed(series)
    return occurrence


def _is_taken(series: Series, to: datetime) -> bool:
    planned = next(spans_from(series.rule, to), None)
    return (planned is not None and planned.start == to) or series.occurrences.filter(starts_at=to).exists()
