"""The meetings on a group's page."""

from __future__ import annotations

from dataclasses import dataclass

from openchair.groups.models import Group
from openchair.kit.clock import now
from openchair.meetings import saying
from openchair.meetings.listing import of_group
from openchair.meetings.models import Series
from openchair.meetings.policy import POLICY
from openchair.people.requests import Request


@dataclass(frozen=True, slots=True)
class Line:
    """One meeting: its rule on its own clock, and its next date on the reader's."""

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


def meetings_of(request: Request, group: Group) -> GroupMeetings:
    """The group's meetings for whoever reads its page."""
    lines = [_line(request, series) for series in of_group(group)]
    return GroupMeetings(group, lines, POLICY.allows(request.visitor, "meeting.schedule", group))


def _line(request: Request, series: Series) -> Line:
    span = series.next
    when = ""
    if span:
        said = (saying.day(span.start, request.zone, now()), saying.clock(span, request.zone))
        when = f"{said[0]} {said[1]} {saying.zone_words(request.zone.key)}"
    on = span is not None and span.start <= now() < span.end
    return Line(series.public_id, series.name, saying.rule_words(series.rule), when, on)
