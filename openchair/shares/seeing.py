"""What somebody sees of a group's shares: the one place that says it, for pages, numbers and permissions.

A share without a name is treated as nobody's, wherever its name is not shown: no block, mute or departure of
today moves it, or trying one member after the other would tell whose it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q

from openchair.companions.models import Companionship
from openchair.groups.models import Group, Membership
from openchair.groups.policy import membership_in
from openchair.people.blocking import apart_from, is_apart, with_whom_apart
from openchair.people.models import Person
from openchair.people.muting import is_not_met
from openchair.shares.models import Hiding, Hold, KeptFrom, Reply, Response, Share
from openchair.shares.models.hold import HoldQuerySet
from openchair.shares.models.reply import ReplyQuerySet
from openchair.shares.models.share import ShareQuerySet

NAMED = Share.Named
AUDIENCE = Share.Audience


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody in one group or in several, and what they are there. Making one asks nothing."""

    person: Person
    memberships: Mapping[UUID, Membership]  # by the group's key

    def sees_name_of(self, share: Share) -> bool:
        """Is it shown to them who wrote it?"""
        mine = self.memberships.get(share.group_id)
        return share.named == NAMED.ALIAS or (
            share.named == NAMED.HOSTS and mine is not None and mine.is_host
        )


def reader_in(group: Group, person: Person | None) -> Reader | None:
    """The person as a reader of this group; None for whoever is not in it."""
    mine = membership_in(group, person)
    return reader_of(person, [mine]) if person and mine else None


def reader_of(person: Person, memberships: Iterable[Membership]) -> Reader:
    """The person as a reader of all these groups, to each of which they belong."""
    return Reader(person, {one.group_id: one for one in memberships})


def shares_for(reader: Reader) -> ShareQuerySet:
    """Every share of these groups that this reader sees; their own of course."""
    return seen_by(reader.person.pk, Share.objects.filter(_in_groups(reader)))


def seen_by(person: UUID, shares: ShareQuerySet) -> ShareQuerySet:
    """Those of these shares that this person sees. All are of groups to which they belong."""
    seen = Q(audience=AUDIENCE.GROUP) | Q(person=person)
    seen |= Q(_hosts(person, "group"), audience=AUDIENCE.HOSTS)
    seen |= Q(_walks_with(person), ~is_apart(person, "person"), audience=AUDIENCE.CIRCLE)
    hidden = Hiding.objects.filter(person=person, share=OuterRef("pk"))
    kept_from = KeptFrom.objects.filter(person=person, share=OuterRef("pk"))
    not_met = is_named(person) & is_not_met(person)
    return shares.standing().filter(seen, ~Exists(hidden), ~Exists(kept_from)).exclude(not_met)


def replies_for(reader: Reader) -> ReplyQuerySet:
    """Replies that this reader sees, wherever they see the share itself: ask for those of such shares."""
    return replies_seen_by(reader.person.pk)


def replies_seen_by(person: UUID) -> ReplyQuerySet:
    """As `replies_for`."""
    hidden = Hiding.objects.filter(person=person, reply=OuterRef("pk"))
    standing = Reply.objects.standing().filter(~Exists(hidden))
    return standing.exclude(is_not_met(person) & ~_below_their_own(person))


def waiting_for(reader: Reader) -> ShareQuerySet:
    """Others' shares that nobody has answered, as far as this reader can tell.

    An answer of somebody they do not meet is none to them, or the gap in the list would tell of it.
    """
    return waiting_of(reader.person.pk, shares_for(reader), meets_all=not apart_from(reader.person))


def waiting_of(person: UUID, shares: ShareQuerySet, *, meets_all: bool) -> ShareQuerySet:
    """As `waiting_for`, of these shares that the person sees; `meets_all`: they and nobody are kept apart."""
    others = shares.answerable().exclude(person=person)
    if meets_all:  # as almost everybody; then an index alone knows
        return others.filter(answered_at=None)
    apart = with_whom_apart(person)
    replies = replies_seen_by(person).filter(share=OuterRef("pk")).exclude(person=OuterRef("person"))
    responses = Response.objects.filter(share=OuterRef("pk"))
    theirs = Exists(Reply.objects.standing().filter(apart, share=OuterRef("pk")))
    signs = Exists(responses.filter(apart))
    unseen = (theirs | signs) & ~Exists(replies) & ~Exists(responses.exclude(apart))
    return others.filter(Q(answered_at=None) | unseen)


def held_by(person: UUID, group: UUID) -> HoldQuerySet:
    """What this person wrote in the group, and is held."""
    mine = Q(person=person, group=group)
    return Hold.objects.on(Share.objects.held().filter(mine), Reply.objects.held().filter(mine))


def held_for(reader: Reader) -> HoldQuerySet:
    """What waits for this host to look, in the groups they host: others' words, of people they meet.

    Where no name is shown to them, what was kept from them is left out instead, as of every share. What they
    muted is theirs to look at all the same. What its writer keeps for themselves by now is nobody else's.
    """
    person, hosted = reader.person.pk, [key for key, mine in reader.memberships.items() if mine.is_host]
    kept_from = KeptFrom.objects.filter(person=person, share=OuterRef("pk"))
    others = Share.objects.held().exclude(person=person).exclude(audience=AUDIENCE.ME)
    shares = others.filter(~Exists(kept_from), group__in=hosted)
    replies = Reply.objects.held().filter(group__in=hosted).exclude(person=person)
    apart = Q(is_apart(person, "person"))
    return Hold.objects.on(
        shares.exclude(is_named(person) & apart), replies.exclude(apart & ~_below_their_own(person))
    )


def kept_for_companions(reader: Reader, holds: HoldQuerySet) -> set[UUID]:
    """Shares, and replies below them, that are meant for companions of whom this host is none.

    A host put them out of sight for what a report told them. Whoever changes one since knows that hosts look.
    """
    person = reader.person.pk
    untouched = Q(changed_at=None) | Q(changed_at__lte=F("hold__taken_out_at"))
    put_out = Share.objects.filter(untouched, audience=AUDIENCE.CIRCLE, hold__taken_out_at__isnull=False)
    others = put_out.filter(hold__in=holds).exclude(person=person).exclude(Q(_walks_with(person)))
    below = Reply.objects.filter(share__audience=AUDIENCE.CIRCLE, hold__looked_at=F("hold__taken_out_at"))
    theirs = below.filter(hold__in=holds).exclude(person=person).exclude(share__person=person)
    theirs = theirs.exclude(Q(_walks_with(person, "share__")))
    return {*others.values_list("pk", flat=True), *theirs.values_list("pk", flat=True)}


def responses_for(reader: Reader, share: Share) -> list[Response]:
    """The responses to the reader's own share, by people they meet."""
    found = Response.objects.filter(share=share, membership__departure=None)
    met = found.exclude(is_not_met(reader.person.pk))
    return list(met.select_related("membership").order_by("at", "pk"))


def _below_their_own(person: UUID) -> Q:
    """The writer of a share whose name is not shown, answering below it: there they go by no name either."""
    return Q(person=F("share__person")) & ~is_named(person, "share__")


def is_named(person: UUID, share: str = "") -> Q:
    """Rows at whose share this person sees a name; `share` is the way from the row to it."""
    by_alias, for_hosts = (Q(**{f"{share}named": named}) for named in (NAMED.ALIAS, NAMED.HOSTS))
    return by_alias | (for_hosts & Q(_hosts(person, f"{share}group")))


def _hosts(person: UUID, group: str) -> Exists:
    return Exists(Membership.objects.hosts().filter(person=person, group=OuterRef(group)))


def _walks_with(person: UUID, share: str = "") -> Exists:
    """The writer of the share and this person are companions in its group; `share` is the way to it."""
    writer = OuterRef(f"{share}person")
    beside = Companionship.objects.filter(
        Q(asker=person, asked=writer) | Q(asked=person, asker=writer),
        group=OuterRef("group"),
        accepted_at__isnull=False,
        ended_at=None,
    )
    return Exists(beside)


def _in_groups(reader: Reader) -> Q:
    """One group is asked for by itself, so that its index brings the order along."""
    groups = list(reader.memberships)
    return Q(group=groups[0]) if len(groups) == 1 else Q(group__in=groups)
