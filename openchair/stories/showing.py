"""A story as one reader sees it: under which name, when it was placed, who else sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from openchair.groups.naming import said_by
from openchair.stories import aloud
from openchair.stories.arranging import without_empty
from openchair.stories.models import Hold, Story
from openchair.stories.models.hold import HoldQuerySet
from openchair.stories.seeing import AUDIENCE, Reader
from openchair.stories.told import About, Section

# Which icon of the audience line stands for whom.
_SIGN = {AUDIENCE.GROUP: "group", AUDIENCE.HOSTS: "hosts", AUDIENCE.ME: "me"}
FEW_SECTIONS = 3  # up to so many are found without a table of them


@dataclass(frozen=True, slots=True)
class Card:
    """The back of one story, for one reader; `sections` are empty in a list."""

    story: Story
    about: About
    name: str
    note: str
    when: str
    mine: bool
    sections: tuple[Section, ...] = ()

    @property
    def sign(self) -> str:
        """The kind of audience, for its line."""
        return _SIGN[Story.Audience(self.story.audience)]

    @property
    def seen_by(self) -> str:
        """Who sees it, in a sentence."""
        return audience_said(self.story, mine=self.mine)

    @property
    def aloud(self) -> str:
        """How long it takes to read aloud."""
        return aloud.said(self.about.minutes)

    @property
    def has_table(self) -> bool:
        """Are there enough sections for a table of them?"""
        return len(self.sections) > FEW_SECTIONS

    @property
    def language(self) -> str:
        """The language it is written in."""
        return self.about.language or self.story.group.language


def audience_said(story: Story, *, mine: bool) -> str:
    """Who sees a story, to its writer and to whoever else sees it."""
    if story.audience == AUDIENCE.GROUP:
        return _("Everybody in the group sees this.")
    if story.audience == AUDIENCE.HOSTS:
        return _("Only the hosts see this.") if mine else _("Only the hosts and whoever wrote it see this.")
    return _("Only you see this.")


def back_of(reader: Reader, story: Story, zone: ZoneInfo) -> Card | None:
    """What a list shows of a story; None when it cannot be read."""
    about = story.about
    return _card(reader, story, about, (), zone) if about else None


def card_of(reader: Reader, story: Story, zone: ZoneInfo) -> Card | None:
    """The whole story; None when it cannot be read."""
    told = story.says
    return _card(reader, story, told.about, without_empty(told).sections, zone) if told else None


def held_cards(reader: Reader, holds: HoldQuerySet, zone: ZoneInfo) -> list[tuple[Hold, Card]]:
    """What was put out of sight, what was changed since first. As many questions for any number."""
    found = holds.select_related("story__membership").order_by("-looked_at", "taken_out_at")
    cards = [(one, card_of(reader, one.story, zone)) for one in found]
    whole = [(one, card) for one, card in cards if card]
    for _one, card in whole:
        card.story.group = reader.membership.group
    return sorted(whole, key=lambda pair: pair[0].looked_at is not None)


def _card(reader: Reader, story: Story, about: About, sections: tuple[Section, ...], zone: ZoneInfo) -> Card:
    name, note = name_of(reader, story)
    when = day_of(story.placed_at, zone) if story.placed_at else ""
    return Card(story, about, name, note, when, story.person_id == reader.person.pk, sections)


def name_of(reader: Reader, story: Story) -> tuple[str, str]:
    """Who wrote it, and a note beside the name."""
    mine, is_shown = story.person_id == reader.person.pk, reader.sees_name_of(story)
    return said_by(story.membership, story.named, mine=mine, is_shown=is_shown)


def day_of(moment: datetime, zone: ZoneInfo) -> str:
    """The day with its year: a library is older than a week."""
    here = (get_language() or "en").replace("-", "_")
    return format_date(moment.astimezone(zone).date(), "d MMMM yyyy", locale=here)
