"""Small things that somebody can do from their first week on: say hello, read, keep time, choose a topic."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.urls import reverse

from openchair.greeting import taking
from openchair.greeting.models import Small, Taking
from openchair.greeting.queue import A_PAGE, is_left_out, queue_for
from openchair.groups.models import Group, Membership
from openchair.kit.clock import now
from openchair.library.scripts import script
from openchair.meetings import saying
from openchair.meetings.choosing import topic_of
from openchair.meetings.claiming import TIME
from openchair.meetings.listing import of_group
from openchair.meetings.models import Claim
from openchair.people.models import Reading
from openchair.shares.models import Share
from openchair.shares.seeing import reader_of


@dataclass(frozen=True, slots=True)
class AtMeeting:
    """Something at the next meeting that nobody has taken: where it is claimed, and when it is."""

    what: str
    meeting: str
    day: str
    href: str


def at_meeting(group: Group, zone: ZoneInfo, liked: Collection[Small]) -> list[AtMeeting]:
    """What is still free at the group's next meeting, of what this member would like."""
    series = next(iter(of_group(group)), None)
    span = series.next if series else None
    if series is None or span is None:
        return []
    claims = Claim.objects.filter(occurrence__series=series, occurrence__starts_at=span.start)
    taken = set(claims.values_list("reading", flat=True))
    page, day = reverse("meeting", args=[series.public_id]), saying.day(span.start, zone, now())
    free: list[tuple[Small, str]] = []
    if not taken.issuperset(script(series.format).readings):
        free.append((Small.READ, f"{page}#readings"))
    if TIME not in taken:
        free.append((Small.TIME, f"{page}#readings"))
    if topic_of(series, span.start) is None:
        free.append((Small.TOPIC, reverse("meeting-topic", args=[series.public_id, span.start])))
    return [AtMeeting(str(what.label), series.name, day, href) for what, href in free if what in liked]


def say_hello(*, by: Membership) -> Share | None:
    """One person who waits for a first answer, kept for this member for half an hour; None if nobody does.

    Whoever holds one already is led back to it: nobody carries two at once. What they leave out is passed by;
    a page of it, and then nobody is found.
    """
    mine = Taking.objects.alive(now()).filter(membership=by).values_list("share", flat=True)
    waiting = queue_for(reader_of(by.person, [by]), by.group).keys
    taken = set(mine) & set(waiting)
    by_somebody = Taking.objects.alive(now()).filter(share__in=waiting).values_list("share", flat=True)
    others = set(by_somebody) - taken
    topics = Reading.of(by.person).topics
    for key in [*taken, *(one for one in waiting if one not in others)][:A_PAGE]:
        share = Share.objects.get_or_404(pk=key)
        if key not in taken and is_left_out(share, topics):
            continue
        try:
            taking.take_on(share=share, by=by)
        except taking.Taken:  # somebody was a moment quicker
            continue
        return share
    return None
