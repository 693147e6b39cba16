"""Stories among what is new in somebody's groups."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from openchair.groups import news
from openchair.groups.models import Membership
from openchair.groups.models.membership import MembershipQuerySet
from openchair.kit.ways import way
from openchair.people.models import Person
from openchair.stories.models import Story
from openchair.stories.seeing import reader_of, stories_in
from openchair.stories.shelves import Wanted
from openchair.stories.showing import back_of

MOST: Final = 20


class NewStories:
    """See `groups.news.News`."""

    def with_new(self, memberships: MembershipQuerySet, since: datetime) -> MembershipQuerySet:
        """Each knows as `has_new_story` whether somebody else placed one since then."""
        lately = Story.objects.filter(group=OuterRef("group"), placed_at__gt=since, taken_back_at=None)
        return memberships.annotate(has_new_story=Exists(lately.exclude(person=OuterRef("person"))))

    def lines(self, asked: news.Asked) -> news.Found:
        """Whoever is new in a group is not met by what was told before they came."""
        if not any(getattr(one, "has_new_story", True) for one in asked.mine):
            return news.Found(())
        told = stories_in(asked.person, asked.mine).exclude(person=asked.person)
        new = told.filter(placed_at__gt=asked.since).backs().order_by("-placed_at", "-id")
        rows = list(new[: MOST + 1])
        known = {one.group_id: one for one in asked.mine}
        found = (_line(asked, known[one.group_id], one) for one in rows[:MOST])
        lines, more = [one for one in found if one], len(rows) > MOST
        return news.Found(lines, more, tuple(_library(one) for one in asked.mine) if more else ())

    def moment_of(self, person: Person, mine: Sequence[Membership], public_id: str) -> datetime | None:
        """When it was placed."""
        story = stories_in(person, mine).filter(public_id=public_id).first()
        return story.placed_at if story else None


def _library(here: Membership) -> tuple[str, str]:
    return way("group-stories", here.group.public_id), here.group.name


def _line(asked: news.Asked, here: Membership, story: Story) -> news.Line | None:
    card, at = back_of(reader_of(asked.person, here), story, asked.zone), story.placed_at
    if card is None or at is None or at <= here.joined_at:
        return None
    if not Wanted(left_out=asked.topics).holds(card.about, mine=False):
        return None
    tags = (_("A story"), here.group.name, card.when)
    return news.Line(story.public_id, at, way("story", story.public_id), card.name, tags)


news.register(NewStories())
