"""People are reminded before a meeting, and find the meetings of their groups in their own calendar."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, tzinfo
from itertools import takewhile
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from openchair.groups.models import Group
from openchair.kit.clock import now
from openchair.kit.prepared import prepared
from openchair.kit.ways import way
from openchair.meetings import saying
from openchair.meetings.listing import Row
from openchair.meetings.models import Series
from openchair.meetings.models.series import SeriesQuerySet
from openchair.meetings.recurrence import Span
from openchair.notices import calendar_parts, planning
from openchair.notices.calendar_parts import Entry
from openchair.notices.home import home_zone
from openchair.notices.kinds import Kind, register
from openchair.people.models import Person, Place

MEETING = "meeting"
AHEAD = timedelta(weeks=8)  # of dates in a calendar, which reads again every few hours
_SOON = timedelta(days=2)  # the longest time before a meeting that anybody is reminded


def dates_changed(series: Series) -> None:
    """Reminders of this meeting follow its dates."""
    planning.put_right(kind=MEETING, subject=series.public_id)


@calendar_parts.register
def in_calendar(person: Person, moment: datetime) -> Iterator[Entry]:
    """The coming dates of the meetings of one's own groups, and of listed ones that one is reminded of.

    Each date stands by itself, so that moved ones are right.
    """
    reminded = Q(public_id__in=person.reminders.filter(kind=MEETING).values("subject"))
    known = Series.objects.visible_to(person).filter(ended_at=None).select_related("group")
    mine = known.filter(reminded | Q(group__in=Group.objects.of(person)))
    for series in mine.order_by("next_start", "pk"):
        for span in takewhile(lambda one: one.start < moment + AHEAD, series.upcoming(moment)):
            yield Entry(
                uid=f"{series.public_id}-{span.start:%Y%m%dT%H%MZ}@notes",
                name=f"{series.name}, {series.group.name}",
                begins=span.start.astimezone(ZoneInfo(series.zone)),
                minutes=series.minutes,
                path=way("meeting", series.public_id),
            )


def _found(person: Person, subject: str) -> Series | None:
    return next(iter(_known_to(person.pk, subject)), None)


@prepared
def _known_to(person: UUID, subject: str) -> SeriesQuerySet:
    return Series.objects.visible_to(person).filter(public_id=subject).select_related("group")


def _name(person: Person, subject: str) -> str | None:
    series = _found(person, subject)
    return f"{series.name}, {series.group.name}" if series else None


def _next(person: Person, subject: str, after: datetime) -> datetime | None:
    series = _found(person, subject)
    coming = series.upcoming(after) if series else iter(())
    return next((span.start for span in coming if span.start > after), None)


def _is_due(person: Person, subject: str, at: datetime) -> bool:
    """While it is on, or comes soon, and the person may still know of it."""
    series = _found(person, subject)
    span = next(series.upcoming(at), None) if series else None
    return span is not None and span.start < at + _SOON


def _line(person: Person, subject: str) -> str:
    series, moment = _found(person, subject), now()
    span = next(series.upcoming(moment), None) if series else None
    return _said(person, series, span, moment) if series and span else _("A meeting")


def _shown(person: Person, subject: str, at: datetime) -> str | None:
    series = _found(person, subject)
    span = next(series.upcoming(at), None) if series else None
    return _said(person, series, span, at) if series and span and span.start < at + _SOON else None


def _said(person: Person, series: Series, span: Span, moment: datetime) -> str:
    return _sentence(series.name, span.start, home_zone(person), moment)


def _sentence(name: str, start: datetime, zone: tzinfo, moment: datetime) -> str:
    if start <= moment:
        return _("%(name)s is on now") % {"name": name}
    when = {"day": saying.day(start, zone, moment), "time": saying.hour(start, zone)}
    return _("%(day)s at %(time)s: %(name)s") % (when | {"name": name})


def sentences(rows: Iterable[Row], person: Person, place: Place) -> dict[tuple[str, str], str]:
    """What a reminder of each meeting would say now, by kind and subject, without asking for it again."""
    moment, zone = now(), home_zone(person, place)
    starts = ((one, datetime.fromisoformat(one.at)) for one in rows)
    return {(MEETING, one.public_id): _sentence(one.name, start, zone, moment) for one, start in starts}


register(
    Kind(
        name=MEETING,
        title=_later("Before a meeting"),
        why=_later(
            "You are reminded before each date of this meeting. Dates that are called off are passed over."
        ),
        line=_line,
        link=lambda subject: way("meeting", subject),
        name_of=_name,
        is_due=_is_due,
        shown=_shown,
        next_after=_next,
    )
)
