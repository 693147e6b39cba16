"""What is new in somebody's groups since they said they had read: a few lines, and then an end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from operator import attrgetter
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef

from openchair.groups.models import Membership
from openchair.groups.models.membership import MembershipQuerySet
from openchair.groups.news import Asked, Found, Line, kinds
from openchair.kit.clock import now
from openchair.kit.prepared import prepared
from openchair.people.models import Person, Reading, Wishes
from openchair.shares.models import Share
from openchair.shares.models.share import ShareQuerySet
from openchair.shares.seeing import Reader, reader_of, seen_by, shares_for
from openchair.shares.showing import Card, each_card

MOST: Final = 5
LOOKED_AT: Final = 40  # at most so many are opened to find those
BACK: Final = timedelta(days=3)  # what is older is not told on Today
FAR_BACK: Final = timedelta(days=21)  # what is older is read in the group


@dataclass(frozen=True, slots=True)
class New:
    """A few lines, and whether there are more than these."""

    lines: Sequence[Line]
    more: bool


def with_new(memberships: MembershipQuerySet, since: datetime) -> MembershipQuerySet:
    """The memberships, each knowing whether something may be new in its group since then, and with it
    how its person reads. So a quiet day asks nothing more; whether this member sees it, `new_for` asks.
    """
    lately = Share.objects.filter(group=OuterRef("group"), posted_at__gt=since, taken_back_at=None, hold=None)
    new = Exists(lately.exclude(person=OuterRef("person")))
    unread = [f"person__{one.name}" for one in Person._meta.concrete_fields if not one.primary_key]
    found = memberships.select_related("person__reading").defer(*unread).annotate(has_new=new)
    for kind in kinds():
        found = kind.with_new(found, since)
    return found


def new_for(person: Person, memberships: Sequence[Membership], zone: ZoneInfo) -> New:
    """The newest that others brought where `person` belongs, unread. As many questions for any number."""
    if not memberships:
        return New([], more=False)
    wishes = Reading.of(memberships[0].person)
    since = max(now() - BACK, wishes.read_until) if wishes.read_until else now() - BACK
    asked = Asked(person, memberships, since, zone, wishes.topics)
    shares, others = _shared(asked), besides_shares(asked)
    found = sorted([*shares.lines, *others.lines], key=attrgetter("at"), reverse=True)
    return New(found[:MOST], more=len(found) > MOST or shares.more or others.more)


def besides_shares(asked: Asked) -> Found:
    """What others brought that is no share, of all kinds there are, the newest first."""
    every = [kind.lines(asked) for kind in kinds()]
    lines = sorted((line for one in every for line in one.lines), key=attrgetter("at"), reverse=True)
    rest = tuple(place for one in every for place in one.rest)
    return Found(lines, any(one.more for one in every), rest)


def _shared(asked: Asked) -> Found:
    """The first few; one more than are shown says that there are more.

    So does having opened all that may be opened: what is left out by its topic may have filled them.
    """
    if not any(getattr(one, "has_new", True) for one in asked.mine):
        return Found(())
    reader = reader_of(asked.person, asked.mine)
    lately = list(_lately(asked.person.pk, asked.since))
    rows = [one for one in lately[:LOOKED_AT] if one.group_id in reader.memberships]
    for one in rows:
        one.group = reader.memberships[one.group_id].group
    cards = each_card(reader, rows, asked.zone, asked.topics)
    return Found([line_of(card) for card in islice(cards, MOST + 1)], more=len(lately) > LOOKED_AT)


def line_of(card: Card) -> Line:
    """A share as one line among others."""
    share = card.share
    at = share.posted_at or share.begun_at
    return Line(share.public_id, at, card.address, card.name, (card.kind, share.group.name, card.when))


def newest_of(*lists: Sequence[Line]) -> str:
    """The id of the newest of all these; empty when there is none."""
    every = [one for some in lists for one in some]
    return max(every, key=attrgetter("at")).id if every else ""


def moment_of(person: Person, mine: Sequence[Membership], public_id: str) -> datetime | None:
    """When that which has this id came to their groups; None where this person sees no such thing."""
    share = shares_for(reader_of(person, mine)).filter(public_id=public_id).first()
    if share is not None:
        return share.posted_at
    moments = (kind.moment_of(person, mine, public_id) for kind in kinds())
    return next((one for one in moments if one), None)


def everything_new(reader: Reader, since: datetime) -> ShareQuerySet:
    """All that others shared in these groups since then and this reader sees, for a page of its own."""
    shares = Share.objects.filter(group__in=list(reader.memberships), posted_at__gt=since)
    return _news(reader.person.pk, shares)


def new_since(wishes: Wishes) -> datetime:
    """From when on something is new: since they said they had read, and no longer ago than three weeks."""
    far_back = now() - FAR_BACK
    return max(far_back, wishes.read_until) if wishes.read_until else far_back


@prepared
def _lately(person: UUID, since: datetime) -> ShareQuerySet:
    mine = Membership.objects.of(person)
    shares = Share.objects.filter(group__in=mine.values("group"), posted_at__gt=since)
    return _news(person, shares).with_writers().order_by("-posted_at", "-id")[: LOOKED_AT + 1]


def _news(person: UUID, shares: ShareQuerySet) -> ShareQuerySet:
    """What others shared. Whoever is new in a group is not met by what was shared before they came."""
    here = Membership.objects.filter(
        person=person, group=OuterRef("group"), joined_at__lt=OuterRef("posted_at")
    )
    return seen_by(person, shares.exclude(person=person).filter(Exists(here)))
