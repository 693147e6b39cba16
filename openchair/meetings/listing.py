"""Meetings as rows, in the reader's zone: for the list itself, the landing page, Today and Help now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q

from openchair.groups.languages import LANGUAGES
from openchair.groups.models import Group
from openchair.kit.clock import now
from openchair.kit.prepared import prepared
from openchair.kit.ways import way
from openchair.meetings import saying
from openchair.meetings.models import Series
from openchair.meetings.models.series import HOUR, LONGEST, SeriesQuerySet
from openchair.meetings.recurrence import Span, next_midnight
from openchair.people.models import Person

PER_PAGE = 40
_NAMED = dict(LANGUAGES)


class Part(StrEnum):
    """Where in the list a meeting stands."""

    ON_NOW = "now"
    NEXT_HOUR = "hour"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Row:
    """One meeting of a list, for the macro `meeting_row`.

    `at` is ISO 8601; `time` is when it begins and `span` from when to when, both on the reader's clock.
    """

    public_id: str
    href: str
    name: str
    time: str
    span: str
    at: str
    zone: str
    part: Part
    tags: tuple[str, ...]

    @property
    def now(self) -> bool:
        """Is it being held at this moment?"""
        return self.part is Part.ON_NOW


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of rows, and whether there are more."""

    rows: list[Row]
    more: bool

    def part(self, name: str) -> list[Row]:
        """The rows of one part: "now", "hour" or "later"."""
        return [row for row in self.rows if row.part == name]


def on_now(zone: ZoneInfo, person: Person | None, limit: int = PER_PAGE) -> list[Row]:
    """Meetings being held: of listed groups for a visitor (None), for a person of their own groups too."""
    return _rows(_known_to(person).on_now(now())[:limit], zone)


def next_hour(zone: ZoneInfo, person: Person | None, limit: int = PER_PAGE) -> list[Row]:
    """Meetings that begin within an hour."""
    return _rows(_known_to(person).next_hour(now())[:limit], zone)


def today(zone: ZoneInfo, person: Person | None, limit: int = PER_PAGE) -> list[Row]:
    """Meetings that begin later on the reader's date."""
    return _rows(_known_to(person).today(now(), zone)[:limit], zone)


def mine_today(zone: ZoneInfo, person: Person, groups: Iterable[Group], limit: int = PER_PAGE) -> list[Row]:
    """What is on and what comes today in the person's own groups, of which some may be at hand already."""
    at_hand, found = {one.pk: one for one in groups}, list(_mine(person.pk, *_span(zone)))[:limit]
    for series in found:
        if series.group_id in at_hand:
            series.group = at_hand[series.group_id]
    return _rows(found, zone)


def of_group(group: Group) -> list[Series]:
    """The meetings of one group that have a date to come, the next one first."""
    coming = group.series.filter(ended_at=None, next_start__isnull=False)
    return list(coming.order_by("next_start"))


def everything_today(zone: ZoneInfo, person: Person | None, page: int = 1) -> Listed:
    """On now, within the hour, and later today, in this order: one page of it, in one query."""
    first = (page - 1) * PER_PAGE
    if person or first:
        found = _today_and_now(_known_to(person), zone)[first : first + PER_PAGE + 1]
    else:
        found = _first_for_visitors(*_span(zone))
    rows = _rows(found, zone)
    return Listed(rows[:PER_PAGE], more=len(rows) > PER_PAGE)


def _known_to(person: Person | None) -> SeriesQuerySet:
    return Series.objects.visible_to(person).select_related("group")


def _today_and_now(some: SeriesQuerySet, zone: ZoneInfo) -> SeriesQuerySet:
    return _within(some, *_span(zone))


def _span(zone: ZoneInfo) -> tuple[datetime, datetime, datetime]:
    """After when a meeting has begun that is on or comes today, before when, and after when it ends."""
    at = now()
    return at - timedelta(minutes=LONGEST), max(next_midnight(at, zone), at + HOUR), at


def _within(some: SeriesQuerySet, after: datetime, before: datetime, ends_after: datetime) -> SeriesQuerySet:
    begun = Q(next_start__gt=after, next_start__lt=before)
    return some.filter(begun, next_end__gt=ends_after).order_by("next_start")


@prepared
def _mine(person: UUID, after: datetime, before: datetime, ends_after: datetime) -> SeriesQuerySet:
    mine = Series.objects.filter(group__in=Group.objects.of(person))
    return _within(mine, after, before, ends_after)[:PER_PAGE]


@prepared
def _first_for_visitors(after: datetime, before: datetime, ends_after: datetime) -> SeriesQuerySet:
    return _within(_known_to(None), after, before, ends_after)[: PER_PAGE + 1]


def _rows(some: Iterable[Series], zone: ZoneInfo) -> list[Row]:
    at = now()
    return [_row(series, series.next, zone, at) for series in some if series.next]


def _row(series: Series, span: Span, zone: ZoneInfo, at: datetime) -> Row:
    part = Part.ON_NOW if span.start <= at else Part.NEXT_HOUR if span.start <= at + HOUR else Part.LATER
    return Row(
        public_id=series.public_id,
        href=way("meeting", series.public_id),
        name=series.name,
        time=saying.begins(span, zone),
        span=saying.clock(span, zone),
        at=span.start.isoformat(),
        zone=saying.zone_words(zone.key),
        part=part,
        tags=(saying.until(span, zone), series.group.name, _NAMED.get(series.language, series.language)),
    )
