"""One date of a meeting is called off, or on again."""

from datetime import datetime

from django.db import transaction

from openchair.groups.models import Membership
from openchair.kit.clock import now
from openchair.meetings.models import Cancellation, Occurrence, Series
from openchair.meetings.telling import dates_changed


class HasBegun(Exception):
    """The date is on, or over: it can no longer be called off or moved."""


@transaction.atomic
def cancel(*, series: Series, start: datetime, by: Membership, why: str) -> Cancellation:
    """Call off the date that starts at `start`. Calling off twice keeps the first one's words.

    Raises HasBegun, and Occurrence.DoesNotExist when there is no such date.
    """
    series = Series.objects.select_for_update().get(pk=series.pk)
    if start <= now():
        raise HasBegun
    said = {"by": by, "at": now(), "group": series.group, "why": why}
    called_off, _new = Cancellation.objects.get_or_create(
        occurrence=series.occurrence_at(start), defaults=said
    )
    _look_again(series)
    return called_off


@transaction.atomic
def hold_again(*, occurrence: Occurrence) -> None:
    """Take a cancellation back. Doing it twice is doing it once."""
    series = Series.objects.select_for_update().get(pk=occurrence.series_id)
    Cancellation.objects.filter(occurrence=occurrence).delete()
    _look_again(series)


def _look_again(series: Series) -> None:
    series.find_next(now())
    series.save(update_fields=["next_start", "next_end"])
    dates_changed(series)
