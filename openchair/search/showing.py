"""What was found, as it stands on the page: a way to it, and the piece of it in which the words stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from openchair.checkins.models import CheckIn, Worksheet
from openchair.checkins.worksheets import sheet_named
from openchair.gatherings.models import Draft
from openchair.kit.ways import way
from openchair.paths.saying import day
from openchair.people.models import Person
from openchair.search.matching import Excerpt, Wanted
from openchair.search.shelves import Afterwards, Written, text_of
from openchair.shares.models import Reply, Share
from openchair.shares.seeing import Reader, seen_by
from openchair.shares.showing import Card, audience_said, each_card, said_when
from openchair.stories.models import Story
from openchair.stories.seeing import reader_of
from openchair.stories.shelves import Wanted as Shown
from openchair.stories.showing import audience_said as story_seen_by
from openchair.stories.showing import back_of, day_of


@dataclass(frozen=True, slots=True)
class Hit:
    """One line. Words behind a care note are not shown: `care` names what it is about.

    `href` is empty where there is no page to lead to.
    """

    href: str
    title: str
    tags: list[str]
    excerpt: Excerpt | None
    care: list[str]


def own_hits(wanted: Wanted, person: Person, found: Iterable[Written], zone: ZoneInfo) -> list[Hit]:
    """What one wrote oneself: to oneself nothing is hidden.

    A reply leads to its share where one sees it. Where not, nothing says why: whether the share was taken
    back, its writer left, or one of the two turned from the other, it is the same line.
    """
    rows = list(found)
    seen = _shares_seen(person, [one for one in rows if isinstance(one, Reply)])
    return [
        _apart_from_its_share(wanted, one, zone)
        if isinstance(one, Reply) and one.share_id not in seen and not one.is_held
        else _own(wanted, one, zone)
        for one in rows
    ]


def hits_in(
    wanted: Wanted, reader: Reader, found: Iterable[Written], zone: ZoneInfo, topics: Collection[str]
) -> list[Hit]:
    """Stories and shares of a group, without those that the reader does not want to see."""
    rows = list(found)
    told = [_of_story(wanted, reader, one, zone, topics) for one in rows if isinstance(one, Story)]
    shares = [one for one in rows if isinstance(one, Share)]
    shared = [_of_card(wanted, card) for card in each_card(reader, shares, zone, topics)]
    return [*(one for one in told if one), *shared]


def _of_story(
    wanted: Wanted, reader: Reader, story: Story, zone: ZoneInfo, topics: Collection[str]
) -> Hit | None:
    card = back_of(reader_of(reader.person, reader.memberships[story.group_id]), story, zone)
    if card is None or not Shown(left_out=topics).holds(card.about, mine=card.mine):
        return None
    care = [] if card.mine else card.about.care
    excerpt = None if care else wanted.excerpt(text_of(story))
    tags = [_("A story"), card.name, card.when, _seen_by(story) if card.mine else ""]
    return Hit(way("story", story.public_id), card.about.title, tags, excerpt, care)


def _of_card(wanted: Wanted, card: Card) -> Hit:
    care = [] if card.mine else card.told.care
    excerpt = None if care else wanted.excerpt(card.told.words)
    tags = [card.kind, card.when, _seen_by(card.share) if card.mine else ""]
    return Hit(card.address, card.name, tags, excerpt, care)


def _shares_seen(person: Person, replies: Sequence[Reply]) -> set[UUID]:
    if not replies:
        return set()
    shares = Share.objects.filter(pk__in={one.share_id for one in replies})
    return set(seen_by(person.pk, shares).values_list("pk", flat=True))


def _apart_from_its_share(wanted: Wanted, one: Reply, zone: ZoneInfo) -> Hit:
    tags = [one.group.name, said_when(one.posted_at, zone), _("Only you see this here.")]
    return Hit("", _("A reply"), tags, wanted.excerpt(text_of(one)), [])


def _own(wanted: Wanted, one: Written, zone: ZoneInfo) -> Hit:
    excerpt = wanted.excerpt(text_of(one))
    if isinstance(one, CheckIn):
        return _alone(way("check-in-day", str(one.day)), _("A check-in"), [day(one.day)], excerpt)
    if isinstance(one, Worksheet):
        sheet = sheet_named(one.sheet)
        title = str(sheet.title) if sheet else _("A sheet")
        return _alone(way("worksheet", one.public_id), title, [day(one.written_on)], excerpt)
    if isinstance(one, Afterwards):
        return _alone(way("moment", one.public_id), _("A note to yourself"), [day(one.on)], excerpt)
    if isinstance(one, Draft):
        return _own_turn(one, excerpt)
    return _own_story(one, excerpt, zone) if isinstance(one, Story) else _own_words(one, excerpt, zone)


def _own_words(one: Share | Reply, excerpt: Excerpt | None, zone: ZoneInfo) -> Hit:
    if hasattr(one, "hold"):
        href, title = way("shares-held", one.group.public_id), _("Waiting for a host to look")
        return Hit(href, title, [one.group.name, _seen_by(one)], excerpt, [])
    if one.posted_at is None:
        href = way("share-draft", one.group.public_id)
        return _alone(href, _("A draft"), [one.group.name], excerpt)
    tags = [one.group.name, said_when(one.posted_at, zone), _seen_by(one)]
    if isinstance(one, Reply):
        href = way("share", one.share.public_id)
        return Hit(f"{href}#replies", _("A reply"), tags, excerpt, [])
    return Hit(way("share", one.public_id), _("A share"), tags, excerpt, [])


def _own_story(one: Story, excerpt: Excerpt | None, zone: ZoneInfo) -> Hit:
    title = one.about.title if one.about else ""
    if one.placed_at is None:
        href, kind = way("story-draft", one.group.public_id), _("A story, not placed yet")
        return _alone(href, title or kind, [kind, one.group.name], excerpt)
    if one.is_held:
        tags = [_("A host put it out of sight"), one.group.name, _seen_by(one)]
        return Hit(way("stories-held", one.group.public_id), title, tags, excerpt, [])
    tags = [_("A story"), one.group.name, day_of(one.placed_at, zone), _seen_by(one)]
    return Hit(way("story", one.public_id), title, tags, excerpt, [])


def _own_turn(one: Draft, excerpt: Excerpt | None) -> Hit:
    """It is looked over while the meeting is open; before and after that it stands on the meeting's page."""
    there = one.gathering.public_id
    href = way("turn-draft", there) if one.gathering.is_open else f"{way('gathering', there)}#end"
    return _alone(href, _("A turn, not said yet"), [one.group.name], excerpt)


def _seen_by(one: Share | Reply | Story) -> str:
    """Who sees one's own words, in a sentence. What waits for a host is seen by the hosts at most."""
    share = one.share if isinstance(one, Reply) else one
    if hasattr(one, "hold") and share.audience != Share.Audience.ME:
        return _("Only you and the hosts see this.")
    if isinstance(share, Story):
        return story_seen_by(share, mine=True)
    return audience_said(share, mine=share.person_id == one.person_id)


def _alone(href: str, title: str, tags: list[str], excerpt: Excerpt | None) -> Hit:
    """What its writer alone sees."""
    return Hit(href, title, [*tags, _("Only you see this.")], excerpt, [])
