"""The library of a group, a shelf at a time: newest first, and it ends.

The themes and the stage of a story are sealed, so a query cannot ask for them. A shelf therefore reads on
from where the last one ended, opens what stands on the backs of at most `LOOKED_AT` stories, and shows
`MOST` of those that are wanted. That is one question to the database, whatever is wanted and however large
the library is; the words of a story are opened by nobody but its reader.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from openchair.stories.models import Story
from openchair.stories.models.story import StoryQuerySet
from openchair.stories.seeing import Reader, stories_for
from openchair.stories.showing import Card, back_of
from openchair.stories.told import About

MOST: Final = 15
LOOKED_AT: Final = 60


@dataclass(frozen=True, slots=True)
class Wanted:
    """Of this theme, told from there; empty for any. `left_out`: topics that one does not want to see."""

    theme: str = ""
    stage: str = ""
    left_out: Collection[str] = ()

    def holds(self, about: About, *, mine: bool) -> bool:
        """Is it one of these? One's own is never left out for its topics."""
        fits = self.theme in {"", *about.themes} and self.stage in {"", about.stage}
        return fits and (mine or not set(about.topics) & set(self.left_out))


@dataclass(frozen=True, slots=True)
class Shelf:
    """Some stories, the newest first; `older` is the id to go on from, or empty at the end."""

    cards: Sequence[Card]
    older: str = ""


def shelf_of(reader: Reader, wanted: Wanted, zone: ZoneInfo, before: str = "") -> Shelf:
    """The newest of those that are wanted, or those before the story of this id."""
    rows = list(_before(stories_for(reader), before).backs().order_by("-placed_at", "-id")[: LOOKED_AT + 1])
    cards: list[Card] = []
    for number, story in enumerate(rows[:LOOKED_AT], 1):
        card = back_of(reader, story, zone)
        if card and wanted.holds(card.about, mine=card.mine):
            cards.append(card)
        if len(cards) == MOST:
            return Shelf(cards, story.public_id if number < len(rows) else "")
    return Shelf(cards, rows[LOOKED_AT - 1].public_id if len(rows) > LOOKED_AT else "")


def _before(found: StoryQuerySet, story_id: str) -> StoryQuerySet:
    at = _place_of(story_id)
    if at is None:
        return found
    return found.filter(placed_at__lte=at[0]).exclude(placed_at=at[0], id__gte=at[1])


def _place_of(story_id: str) -> tuple[datetime, UUID] | None:
    """Where a story stands in the order, though it is out of sight by now."""
    if not story_id:
        return None
    one = Story.objects.filter(public_id=story_id, placed_at__isnull=False).only("placed_at").first()
    return (one.placed_at, one.pk) if one and one.placed_at else None
