"""Who is told at once that something was shared: the same people who see it, found from its side."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q

from openchair.companions.models import Companionship
from openchair.groups.models import Membership
from openchair.people.blocking import apart_from
from openchair.people.models import Mute, Reading
from openchair.shares.models import Hiding, Hold, KeptFrom, Reply, Share
from openchair.shares.seeing import AUDIENCE, NAMED


def seers_of(share: Share) -> set[UUID]:
    """Everybody but its writer who sees this share (`seeing.shares_for`) and did not leave its topics out."""
    if Hold.objects.filter(share=share).exists():
        return set()
    members = Membership.objects.current().filter(group=share.group_id).exclude(person=share.person_id)
    rows = members.with_standing()
    everybody, hosts = {one.person_id for one in rows}, {one.person_id for one in rows if one.is_host}
    apart = apart_from(share.person)
    away = _muted_by(share.person_id) | apart
    named = {NAMED.ALIAS: everybody, NAMED.HOSTS: hosts, NAMED.NOBODY: set[UUID]()}
    for_them = {AUDIENCE.GROUP: everybody, AUDIENCE.HOSTS: hosts, AUDIENCE.ME: set[UUID]()}
    seen = for_them.get(AUDIENCE(share.audience))
    seen = (everybody & _circle(share)) - apart if seen is None else seen
    kept_from = set(KeptFrom.objects.filter(share=share).values_list("person_id", flat=True))
    hidden = set(Hiding.objects.filter(share=share).values_list("person_id", flat=True))
    return seen - (named[NAMED(share.named)] & away) - kept_from - hidden - _leave_out(share, seen)


def seers_of_reply(reply: Reply) -> set[UUID]:
    """Everybody but its writer who sees this reply: the writer of the share, and whoever sees that."""
    if Hold.objects.filter(Q(reply=reply) | Q(share=reply.share)).exists():
        return set()
    share, people = reply.share, seers_of(reply.share) | {reply.share.person_id}
    away = apart_from(reply.person) | _muted_by(reply.person_id)
    if reply.person_id != share.person_id or share.named == NAMED.ALIAS:
        return people - away - {reply.person_id}
    hosts = Membership.objects.hosts().filter(group=share.group_id).values_list("person_id", flat=True)
    sees_name = set(hosts) if share.named == NAMED.HOSTS else set()
    return people - (away & sees_name) - {reply.person_id}


def _muted_by(person: UUID) -> set[UUID]:
    return set(Mute.objects.filter(other=person).values_list("person_id", flat=True))


def _circle(share: Share) -> set[UUID]:
    beside = Companionship.objects.of(share.person).filter(
        group=share.group_id, accepted_at__isnull=False, ended_at=None
    )
    return {one.other_id(share.person) for one in beside}


def _leave_out(share: Share, people: set[UUID]) -> set[UUID]:
    told = share.says
    if told is None or not told.topics:
        return set()
    wishes = Reading.objects.filter(person__in=people)
    return {one.person_id for one in wishes if set(one.wishes.topics) & set(told.topics)}
