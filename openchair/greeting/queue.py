"""What waits for a first answer: the one place that says it, for the page and its number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import BooleanField, Case, Exists, OuterRef, Value, When

from openchair.greeting.models import Patience
from openchair.groups.models import Group, Membership
from openchair.kit.clock import now
from openchair.kit.prepared import prepared
from openchair.people.blocking import apart_from
from openchair.shares.models import Share
from openchair.shares.models.share import ShareQuerySet
from openchair.shares.seeing import Reader, is_named, seen_by, waiting_for
from openchair.shares.told import Need

BACK: Final = timedelta(days=30)  # what is older still stands under "Waiting for an answer"
MOST: Final = 300  # of a kind are looked at
A_PAGE: Final = 20  # of a group are opened to find one whose topics its reader did not leave out


@dataclass(frozen=True, slots=True)
class Queue:
    """The keys of the shares that wait, the oldest first; of them, those that are their writer's first."""

    keys: Sequence[UUID]
    firsts: frozenset[UUID]
    patience: Patience


def queue_for(reader: Reader, group: Group) -> Queue:
    """Of what this reader sees and nobody has answered: what is old, somebody's first, or asks for someone.

    What would help is sealed, so it is asked of the young ones once they are open, and of no other.
    """
    moment, patience = now(), Patience.of(group)
    found = waiting_for(reader).filter(group=group, posted_at__gt=moment - BACK)
    oldest, first, late = found.order_by("posted_at", "id"), _first(reader.person.pk), moment - patience.limit
    old = list(oldest.filter(posted_at__lte=late).values_list("pk", first)[:MOST])
    fresh = oldest.filter(posted_at__gt=late).annotate(is_first=first)[:MOST]
    young = [one for one in fresh if _is_urgent(one)]
    firsts = {key for key, is_first in old if is_first} | {one.pk for one in young if _is_first(one)}
    return Queue([key for key, _first in old] + [one.pk for one in young], frozenset(firsts), patience)


def groups_where_somebody_waits(
    reader: Reader, limits: Mapping[UUID, timedelta], topics: Collection[str] = ()
) -> set[UUID]:
    """Of these groups, each with its limit, those in whose queue this reader would read something.

    Topics that they leave out are sealed, so of a group whose queue is full of these no more than a page is
    opened; then nothing is claimed.
    """
    moment = now()
    groups, left = set[UUID](), Counter[UUID]()
    for one in _waiting(reader, moment - BACK):
        group = one.group_id
        if group in groups or group not in limits or left[group] >= A_PAGE:
            continue
        late = one.posted_at is not None and one.posted_at <= moment - limits[group]
        if not late and not _is_urgent(one):
            continue
        if is_left_out(one, topics):
            left[group] += 1
        else:
            groups.add(group)
    return groups


def is_left_out(share: Share, topics: Collection[str]) -> bool:
    """Is it about something that its reader leaves out? Opened only for whoever leaves something out."""
    told = share.says if topics else None
    return told is not None and not set(told.topics).isdisjoint(topics)


def _waiting(reader: Reader, since: datetime) -> ShareQuerySet:
    """Who meets everybody, as almost all do, asks a question that is written once."""
    if not apart_from(reader.person):
        return _unanswered(reader.person.pk, since)
    found = waiting_for(reader).filter(posted_at__gt=since).annotate(is_first=_first(reader.person.pk))
    return found.order_by("posted_at", "id")[:MOST]


@prepared
def _unanswered(person: UUID, since: datetime) -> ShareQuerySet:
    """Over all groups of theirs."""
    mine = Membership.objects.of(person)
    shares = Share.objects.filter(group__in=mine.values("group"), answered_at=None, posted_at__gt=since)
    found = seen_by(person, shares.answerable().exclude(person=person)).annotate(is_first=_first(person))
    return found.order_by("posted_at", "id")[:MOST]


def _first(person: UUID) -> Case:
    """Is it the first of its writer that this person sees by name?

    One without a name is nobody's first, and counts as nobody's earlier one: either would tell whose it is.
    """
    named = is_named(person)
    by_writer = Share.objects.filter(group=OuterRef("group"), person=OuterRef("person"))
    by_name = seen_by(person, by_writer).filter(named)
    earlier = Exists(by_name.filter(posted_at__lt=OuterRef("posted_at")))
    when = When(named & ~earlier, then=Value(value=True))
    return Case(when, default=Value(value=False), output_field=BooleanField())


def _is_urgent(share: Share) -> bool:
    told = share.says
    return told is not None and (_is_first(share) or told.need == Need.SOMEONE)


def _is_first(share: Share) -> bool:
    return bool(getattr(share, "is_first", False))
