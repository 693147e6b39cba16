"""What is held, as its writer and the hosts see it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from openchair.groups.models import Group
from openchair.groups.newcomers import is_new
from openchair.kit.links import linked
from openchair.kit.ways import way
from openchair.shares.models import Hold, Reply, Share
from openchair.shares.models.hold import HoldQuerySet
from openchair.shares.seeing import AUDIENCE, Reader, kept_for_companions
from openchair.shares.showing import name_of, said_when
from openchair.shares.threads import is_turn
from openchair.support.pointing import Guard, Pointed


@dataclass(frozen=True, slots=True)
class HeldCard:
    """One share or reply that is held, for its writer or for a host."""

    hold: Hold
    what: Share | Reply
    name: str
    kind: str
    when: str
    words: str
    care: str
    pointed: Pointed | None
    goes_to: str
    is_free: bool = False  # its writer is new no more, and lets it out themselves
    is_closed: bool = False  # meant for companions: a host who is none of them reads it in the report alone

    @property
    def marked(self) -> str:
        """The words, with what was found in them."""
        return self.pointed.marked if self.pointed else linked(self.words)

    @property
    def change(self) -> str:
        """Where its writer changes it."""
        if isinstance(self.what, Reply):
            return way("reply-edit", self.what.public_id)
        return way("turn-edit" if is_turn(self.what) else "share-edit", self.what.public_id)

    @property
    def withdrawal(self) -> str:
        """Where its writer takes it back."""
        which = "reply-withdrawal" if isinstance(self.what, Reply) else "share-withdrawal"
        return way(which, self.what.public_id)


def held_cards(reader: Reader, group: Group, holds: HoldQuerySet, zone: ZoneInfo) -> list[HeldCard]:
    """Those of one group, the longest waiting first. As many questions for any number."""
    with_words = holds.select_related("share__membership", "reply__membership", "reply__share__membership")
    guard, cards, closed = Guard(group), list[HeldCard](), kept_for_companions(reader, holds)
    for one in with_words.order_by("since", "id"):
        words = one.words
        cards += [_of_reply(reader, guard, one, words, zone)] if isinstance(words, Reply) else []
        cards += _of_share(reader, guard, one, words, zone) if isinstance(words, Share) else []
    return [_without_words(one) if one.what.pk in closed else one for one in cards]


def _without_words(card: HeldCard) -> HeldCard:
    return replace(card, kind="", words="", care="", pointed=None, is_closed=True)


def _of_share(reader: Reader, guard: Guard, hold: Hold, share: Share, zone: ZoneInfo) -> Iterable[HeldCard]:
    told = share.says
    if told is None:
        return
    name, _note = name_of(reader, share)
    to_companions = share.audience == AUDIENCE.CIRCLE
    yield HeldCard(
        hold=hold,
        what=share,
        name=name,
        kind=told.label,
        when=said_when(hold.since, zone),
        words=told.words,
        care=", ".join(told.care),
        pointed=guard.at(told.words, told.other),
        goes_to=_("It is meant for companions in this group.")
        if to_companions
        else _("It is meant for the group."),
        is_free=_is_free(reader, hold, share),
    )


def _of_reply(reader: Reader, guard: Guard, hold: Hold, reply: Reply, zone: ZoneInfo) -> HeldCard:
    share = reply.share
    unnamed = reply.person_id == share.person_id and not reader.sees_name_of(share)
    mine = reply.person_id == reader.person.pk
    return HeldCard(
        hold=hold,
        what=reply,
        name=_("A member") if unnamed and not mine else reply.membership.called,
        kind=_("A reply"),
        when=said_when(hold.since, zone),
        words=reply.words,
        care="",
        pointed=guard.at(reply.words),
        goes_to=_("It answers a share, and is meant for whoever sees that."),
        is_free=_is_free(reader, hold, reply),
    )


def _is_free(reader: Reader, hold: Hold, what: Share | Reply) -> bool:
    mine = reader.memberships.get(what.group_id)
    return (
        not hold.taken_out_at and mine is not None and mine.person_id == what.person_id and not is_new(mine)
    )
