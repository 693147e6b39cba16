"""On Today, for hosts and greeters: where somebody waits, and for hosts where words wait for a look.

A quiet day asks the database nothing more.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef

from openchair.greeting.models import Greeter, Patience
from openchair.greeting.models.patience import AT_FIRST
from openchair.greeting.queue import groups_where_somebody_waits
from openchair.groups.models import Membership
from openchair.groups.models.membership import MembershipQuerySet
from openchair.people.models import Person, Reading
from openchair.shares.models import Hold, Share
from openchair.shares.seeing import held_for, reader_of


def with_waiting(memberships: MembershipQuerySet, since: datetime) -> MembershipQuerySet:
    """The memberships, each knowing whether they greet, and whether somebody or something waits there.

    Whether this member sees it, and whether it waits in the queue, is asked by `where_somebody_waits` alone.
    What only somebody they do not meet has answered stands in their queue, and is not announced here.
    """
    greeting = Greeter.objects.filter(membership=OuterRef("pk"), since__isnull=False)
    unanswered = Share.objects.filter(group=OuterRef("group"), answered_at=None, taken_back_at=None)
    others = unanswered.filter(posted_at__gt=since).exclude(person=OuterRef("person"))
    held = Hold.objects.waiting().filter(group=OuterRef("group"))
    return memberships.annotate(greets=Exists(greeting), has_unanswered=Exists(others), has_held=Exists(held))


def where_somebody_waits(person: Person, memberships: Sequence[Membership]) -> Collection[UUID]:
    """The groups whose queue this person sees, with somebody in it of whom they would read.

    As many questions for any number.
    """
    mine = [one for one in memberships if getattr(one, "has_unanswered", True) and _sees_the_queue(one)]
    if not mine:
        return ()
    groups = [one.group_id for one in mine]
    limits = dict.fromkeys(groups, timedelta(hours=AT_FIRST))
    limits |= {one.group_id: one.limit for one in Patience.objects.filter(group__in=groups)}
    return groups_where_somebody_waits(reader_of(person, mine), limits, Reading.of(mine[0].person).topics)


def where_words_are_held(person: Person, memberships: Sequence[Membership]) -> Collection[UUID]:
    """The groups this person hosts in which words wait for a look of theirs. One question for any number."""
    hosted = [one for one in memberships if getattr(one, "has_held", True) and one.is_host]
    if not hosted:
        return ()
    return set(held_for(reader_of(person, hosted)).waiting().values_list("group", flat=True))


def _sees_the_queue(membership: Membership) -> bool:
    return membership.is_host or bool(getattr(membership, "greets", False))
