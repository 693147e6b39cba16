"""The meetings on a group's page."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from openchair.groups.models import Group
from openchair.kit.clock import now
from openchair.meetings import saying
from openchair.meetings.listing import of_group
from openchair.meetings.models import Series
from openchair.meetings.policy import POLICY
from openchair.meetings.recurrence import Rule, Span
from openchair.people.requests import Request

AT_FIRST = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One meeting: its rule on its own clock, and its next date, on the reader's clock if that is another."""

    public_id: str
    name: str
    rule: str
    next: str
    now: bool


@dataclass(frozen=True, slots=True)
class GroupMeetings:
    """What the template `meetings/part.html` shows."""

    group: Group
    lines: list[Line]
    may_schedule: bool
    template: str = "meetings/part.html"

    @property
    def soon(self) -> list[Line]:
        """Those that come first; the rest waits until somebody asks for it."""
        return self.lines[:AT_FIRST]

    @property
    def later(self) -> list[Line]:
        return self.lines[AT_FIRST:]


def meetings_of(request: Request, group: Group) -> GroupMeetings:
    """The group's meetings for whoever reads its page."""
    lines = [_line(request, series) for series in of_group(group)]
    return GroupMeetings(group, lines, POLICY.allows(request.visitor, "meeting.schedule", group))


def _line(request: Request, series: Series) -> Line:
    span = series.next
    on = span is not None and span.start <= now() < span.end
    when = _when(span, series.rule, request.zone) if span else ""
    return Line(series.public_id, series.name, saying.rule_words(series.rule), when, on)


def _when(span: Span, rule: Rule, zone: ZoneInfo) -> str:
    """The day; and the hours too, unless the rule beside it says them: it moved, or the clock is another."""
    day, own = saying.day(span.start, zone, now()), ZoneInfo(rule.zone)
    if saying.same_clock(zone, own, span.start) and saying.begins(span, own) == f"{rule.wall:%H:%M}":
        return day
    return f"{day} {saying.clock(span, zone)} {saying.zone_words(zone.key)}"
