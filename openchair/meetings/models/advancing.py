"""Next occurrences of many series at once: one read, our own arithmetic, one write for each few thousand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import connections, models, transaction

from openchair.meetings.models.occurrence import Occurrence
from openchair.meetings.recurrence import Rule, Span, next_span

if TYPE_CHECKING:
    from openchair.meetings.models.series import Series

_UPDATE = (
    "UPDATE meetings_series SET next_start = found.column2, next_end = found.column3 "
    "FROM (VALUES %s) AS found WHERE meetings_series.id = found.column1"
)
CHUNK = 4000  # three parameters a row: far under the 32,766 that SQLite takes in one statement


@transaction.atomic
def advance(chosen: models.QuerySet[Series], now: datetime) -> int:
    """Write what is on or next at `now` for each chosen series; the number of rows written."""
    found = [*_by_rule(chosen, now), *_with_exceptions(chosen, now)]
    over = [pk for pk, span in found if span is None]
    held = [(pk, span) for pk, span in found if span is not None]
    for first in range(0, len(over), CHUNK):
        some = models.Q(pk__in=over[first : first + CHUNK])
        chosen.filter(some).update(next_start=None, next_end=None)
    for first in range(0, len(held), CHUNK):
        _write(chosen, held[first : first + CHUNK])
    return len(found)


def _by_rule(chosen: models.QuerySet[Series], now: datetime) -> Iterator[tuple[UUID, Span | None]]:
    """Series without moved or cancelled dates: their rule is all there is, no row becomes an object."""
    plain = chosen.order_by().exclude(pk__in=Occurrence.objects.odd(now).values("series"))
    for pk, wall, zone, minutes, weekday, on in plain.values_list(
        "pk", "wall", "zone", "minutes", "weekday", "on"
    ):
        yield pk, next_span(Rule(wall=wall, zone=zone, minutes=minutes, weekday=weekday, on=on), now)


def _with_exceptions(chosen: models.QuerySet[Series], now: datetime) -> Iterator[tuple[UUID, Span | None]]:
    for series in chosen.order_by().filter(pk__in=Occurrence.objects.odd(now).values("series")):
        yield series.pk, next(series.upcoming(now), None)


def _write(chosen: models.QuerySet[Series], held: Sequence[tuple[UUID, Span]]) -> None:
    """`bulk_update` builds a CASE for each row and takes many times as long; this is one join."""
    connection, meta = connections[chosen.db], chosen.model._meta
    moment = meta.get_field("next_start")
    kept = cache(lambda at: moment.get_db_prep_value(at, connection))  # many begin at the same instant
    values: list[UUID | str | datetime] = []
    for pk, span in held:
        values += (meta.pk.get_db_prep_value(pk, connection), kept(span.start), kept(span.end))
    rows = ", ".join(["(%s, %s, %s)"] * len(held))
    with connection.cursor() as cursor:
        cursor.execute(_UPDATE % rows, values)
