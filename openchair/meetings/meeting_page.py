"""What the page of one meeting says, to whoever reads it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import islice, takewhile
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from openchair.groups.languages import LANGUAGES
from openchair.groups.models import Group, Membership
from openchair.groups.policy import membership_in
from openchair.kit.clock import now
from openchair.library.readings import reading
from openchair.library.scripts import script
from openchair.meetings import saying
from openchair.meetings.choosing import topic_of
from openchair.meetings.claiming import TIME
from openchair.meetings.models import EARLY_DOOR, Claim, Occurrence, Series
from openchair.meetings.recurrence import Span
from openchair.meetings.turning import sees
from openchair.people.blocking import apart_from
from openchair.people.models import Person

DATES = 4


@dataclass(frozen=True, slots=True)
class Date:
    """One coming date. `day` and `time` are the reader's; `theirs` the meeting's own clock, if it differs."""

    start: datetime
    day: str
    time: str
    zone: str
    theirs: str
    to_come: bool
    moved: bool = False
    cancelled: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class ToRead:
    """One reading of the next date, or keeping time: who does it, if anybody does."""

    key: str
    title: str
    reader: str
    mine: bool

    @property
    def keeps_time(self) -> bool:
        """Is there nothing to read?"""
        return self.key == TIME


@dataclass(frozen=True, slots=True)
class About:
    """What the next date is about, and who chose it; both empty for a reader who does not see the topic."""

    words: str
    by: str
    mine: bool


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """Everything the template shows. `door` is the way into the room while it may be tried."""

    series: Series
    group: Group
    mine: Membership | None
    rule: str
    dates: list[Date]
    readings: list[ToRead]
    about: About | None
    door: str
    opens: str
    language: str

    @property
    def hosts(self) -> bool:
        """Does the reader run this group?"""
        return self.mine is not None and self.mine.is_host

    @property
    def on_now(self) -> bool:
        """Is it being held at this moment?"""
        return self.next is not None and not self.next.to_come

    @property
    def next(self) -> Date | None:
        """The first date that is held."""
        return next((date for date in self.dates if not date.cancelled), None)


def page_of(series: Series, reader: Person | None, zone: ZoneInfo) -> MeetingPage:
    """The page of this meeting for this reader, on the clock of `zone`."""
    mine = membership_in(series.group, reader)
    span = series.next
    return MeetingPage(
        series=series,
        group=series.group,
        mine=mine,
        rule=saying.rule_words(series.rule),
        dates=_dates(series, zone),
        readings=_readings(series, span, mine) if mine and span else [],
        about=_about(series, span, mine) if mine and span else None,
        door=_door(series, span),
        language=dict(LANGUAGES).get(series.language, series.language),
        opens=f"{(span.start - EARLY_DOOR).astimezone(zone):%H:%M}" if span else "",
    )


def date_at(series: Series, start: datetime, zone: ZoneInfo) -> Date:
    """The coming date that starts at `start`. Raises Occurrence.DoesNotExist when none is held then."""
    for span in takewhile(lambda span: span.start <= start, series.upcoming(now())):
        if span.start == start:
            return _date(series, span, None, zone)
    raise Occurrence.DoesNotExist


def _dates(series: Series, zone: ZoneInfo) -> list[Date]:
    held = list(islice(series.upcoming(now()), DATES))
    if not held:
        return []
    odd = series.occurrences.odd(now()).select_related("cancellation").filter(starts_at__lte=held[-1].start)
    by_start = {row.starts_at: row for row in odd}
    called_off = [Span(row.starts_at, row.ends_at) for row in odd if row.cancelled and row.ends_at > now()]
    return [_date(series, span, by_start.get(span.start), zone) for span in sorted(held + called_off)]


def _date(series: Series, span: Span, row: Occurrence | None, zone: ZoneInfo) -> Date:
    theirs = ZoneInfo(series.zone)
    same = saying.same_clock(theirs, zone, span.start)
    return Date(
        start=span.start,
        day=saying.day(span.start, zone, now()),
        time=saying.clock(span, zone),
        zone=saying.zone_words(zone.key),
        theirs="" if same else f"{saying.clock(span, theirs)} {saying.zone_words(series.zone)}",
        to_come=span.start > now(),
        moved=row is not None and row.moved,
        cancelled=row is not None and row.cancelled,
        why=row.cancellation.why if row is not None and row.cancelled else "",
    )


def _readings(series: Series, span: Span, mine: Membership) -> list[ToRead]:
    claims = Claim.objects.filter(occurrence__series=series, occurrence__starts_at=span.start)
    taken = {claim.reading: claim.membership for claim in claims.select_related("membership")}
    apart = apart_from(mine.person) if taken else set()
    keys = (*script(series.format).readings, TIME)
    return [_to_read(key, taken.get(key), mine, apart) for key in keys]


def _to_read(key: str, reader: Membership | None, mine: Membership, apart: set[UUID]) -> ToRead:
    # Who is kept apart from the reader sees that the reading is taken, and not by whom.
    name = "" if reader is None else "…" if reader.person_id in apart else reader.alias
    title = _("Keep time") if key == TIME else str(reading(key).title)
    return ToRead(key=key, title=title, reader=name, mine=reader == mine)


def _about(series: Series, span: Span, mine: Membership) -> About | None:
    topic = topic_of(series, span.start)
    if topic is None:
        return None
    if not sees(mine.person, topic):
        return About("", "", mine=False)
    return About(topic.words, topic.membership.alias, mine=topic.membership_id == mine.pk)


def _door(series: Series, span: Span | None) -> str:
    if span is None or not span.start - EARLY_DOOR <= now() < span.end:
        return ""
    try:
        return reverse("room-door", args=[series.public_id])
    except NoReverseMatch:  # a place without rooms
        return ""
