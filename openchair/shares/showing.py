"""A share as one reader sees it: under which name, said when, to whom, and what they can do with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from openchair.groups.days import day
from openchair.groups.naming import said_by
from openchair.kit.clock import now
from openchair.kit.links import linked
from openchair.kit.prepared import prepared
from openchair.kit.ways import way
from openchair.shares.answering import Composer, composer_for
from openchair.shares.models import Reply, Response, Share
from openchair.shares.models.share import ShareQuerySet
from openchair.shares.seeing import AUDIENCE, Reader, replies_seen_by
from openchair.shares.told import Need, Told

# By the key of a share, the signs that the reader gave to it.
Given = Mapping[UUID, frozenset[str]]
NONE_GIVEN: Final[Given] = {}

LONG, LINES = 320, 5  # signs and lines, about as much as a list shows
# Which icon of the audience line stands for whom.
_SIGN = {AUDIENCE.GROUP: "group", AUDIENCE.HOSTS: "hosts", AUDIENCE.CIRCLE: "group", AUDIENCE.ME: "me"}


@dataclass(frozen=True, slots=True)
class Card:
    """One share, for one reader."""

    share: Share
    told: Told
    name: str
    note: str
    when: str
    mine: bool
    composer: Composer | None
    has_replies: bool = False
    given: frozenset[str] = frozenset()
    marked: str = ""  # the words, with what could lead to their writer marked, for their writer alone

    @property
    def said(self) -> str:
        """The words, ready for a page."""
        return self.marked or linked(self.told.words)

    @property
    def address(self) -> str:
        """Where the whole of it stands."""
        return way("share", self.share.public_id)

    @property
    def about(self) -> str:
        """Where one turns from it, or tells the hosts of it."""
        return way("words-about", self.share.public_id)

    @property
    def about_label(self) -> str:
        """What that way is called, where only three dots are seen."""
        return _("About what %(name)s shared: hide, mute, block, or tell the hosts") % {"name": self.name}

    @property
    def answer_label(self) -> str:
        """What the signs to answer with are called together."""
        return _("Answer %(name)s with a sign") % {"name": self.name}

    @property
    def kind(self) -> str:
        """What it is, in a word or two."""
        return self.told.label

    @property
    def need(self) -> str:
        """What would help, in words; empty when nothing was said."""
        return str(Need(self.told.need).label) if self.told.need else ""

    @property
    def is_long(self) -> bool:
        """Is there more of it than a list shows?"""
        return len(self.told.words) > LONG or self.told.words.count("\n") > LINES

    @property
    def sign(self) -> str:
        """The kind of audience, for its line."""
        return _SIGN[Share.Audience(self.share.audience)]

    @property
    def seen_by(self) -> str:
        """Who sees it, in a sentence."""
        return audience_said(self.share, mine=self.mine)


@dataclass(frozen=True, slots=True)
class ReplyCard:
    """One reply, for one reader."""

    reply: Reply
    name: str
    when: str
    mine: bool


def cards_of(
    reader: Reader,
    shares: Iterable[Share],
    zone: ZoneInfo,
    topics: Collection[str],
    given: Given = NONE_GIVEN,
) -> list[Card]:
    """What can be read of these, without those that the reader does not want to see."""
    return list(each_card(reader, shares, zone, topics, given))


def each_card(
    reader: Reader,
    shares: Iterable[Share],
    zone: ZoneInfo,
    topics: Collection[str],
    given: Given = NONE_GIVEN,
) -> Iterator[Card]:
    """As `cards_of`, one after the other: what is not asked for is not opened."""
    cards = (card_of(reader, one, zone, given.get(one.pk, frozenset())) for one in shares)
    return (one for one in cards if one and (one.mine or not set(one.told.topics) & set(topics)))


def card_of(reader: Reader, share: Share, zone: ZoneInfo, given: frozenset[str] = frozenset()) -> Card | None:
    """One share; None when its words cannot be read."""
    told = share.says
    if told is None:
        return None
    mine = share.person_id == reader.person.pk
    name, note = name_of(reader, share)
    composer = None if share.has_nobody else composer_for(share.group, told.need)
    when = said_when(share.posted_at, zone) if share.posted_at else ""
    answered = bool(getattr(share, "has_replies", False))
    return Card(share, told, name, note, when, mine, composer, answered, given)


def with_replies(found: ShareQuerySet, person: UUID) -> ShareQuerySet:
    """The shares, each knowing whether there is a reply that this person sees."""
    replies = replies_seen_by(person).filter(share=OuterRef("pk"))
    return found.with_writers().annotate(has_replies=Exists(replies))


def name_of(reader: Reader, share: Share) -> tuple[str, str]:
    """Who wrote it, and a note beside the name."""
    mine, is_shown = share.person_id == reader.person.pk, reader.sees_name_of(share)
    return said_by(share.membership, share.named, mine=mine, is_shown=is_shown)


def reply_cards(reader: Reader, share: Share, replies: Iterable[Reply], zone: ZoneInfo) -> list[ReplyCard]:
    """The replies; the writer of a share without a name goes by none below it either."""
    return [_reply_card(reader, share, one, zone) for one in replies]


def _reply_card(reader: Reader, share: Share, reply: Reply, zone: ZoneInfo) -> ReplyCard:
    by_writer = reply.person_id == share.person_id
    unnamed = by_writer and not reader.sees_name_of(share)
    name = _("Who wrote it") if unnamed else reply.membership.called
    return ReplyCard(reply, name, said_when(reply.posted_at, zone), reply.person_id == reader.person.pk)


def audience_said(share: Share, *, mine: bool) -> str:
    """Who sees a share, to its writer and to whoever else sees it."""
    if share.audience == AUDIENCE.GROUP:
        return _("Everybody in the group sees this.")
    if share.audience == AUDIENCE.HOSTS:
        return _("Only the hosts see this.") if mine else _("Only the hosts and whoever wrote it see this.")
    if share.audience == AUDIENCE.CIRCLE:
        return (
            _("Only your companions in this group see this.")
            if mine
            else _("Only their companions see this.")
        )
    return _("Only you see this.")


def said_when(moment: datetime, zone: ZoneInfo) -> str:
    """Roughly, as people say it: a share is no clock-in."""
    here, today = moment.astimezone(zone), now().astimezone(zone).date()
    if here.date() == today:
        return _part_of_day(here.hour)
    if here.date() == today - timedelta(days=1):
        return _("yesterday")
    return day(moment, zone)


def _part_of_day(hour: int) -> str:
    if hour < 5:
        return _("last night")
    if hour < 12:
        return _("this morning")
    return _("this afternoon") if hour < 18 else _("this evening")


def given_by(reader: Reader, shares: Sequence[Share]) -> Given:
    """The signs that the reader gave to each of these."""
    given: dict[UUID, set[str]] = {}
    for share, kind in _signs(reader.person.pk, *(one.pk for one in shares)) if shares else ():
        given.setdefault(share, set()).add(kind)
    return {share: frozenset(kinds) for share, kinds in given.items()}


@prepared
def _signs(person: UUID, *shares: UUID) -> QuerySet[Response, tuple[UUID, str]]:
    return Response.objects.filter(person=person, share__in=shares).values_list("share_id", "kind")
