"""Stories among what is new in somebody's groups."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from openchair.groups import news
from openchair.groups.models import Membership
from openchair.groups.models.membership import MembershipQuerySet
from openchair.kit.prepared import prepared
from openchair.kit.ways import way
from openchair.people.models import Person
from openchair.stories.models import Story
from openchair.stories.models.story import StoryQuerySet
from openchair.stories.seeing import reader_of, seen_by, stories_in
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
        known = {one.group_id: one for one in asked.mine}
        rows = [one for one in _lately(asked.person.pk, asked.since) if one.group_id in known]
        found = (_line(asked, known[one.group_id], one) for one in rows[:MOST])
        lines, more = [one for one in found if one], len(rows) > MOST
        return news.Found(lines, more, tuple(_library(one) for one in asked.mine) if more else ())

    def moment_of(self, person: Person, mine: Sequence[Membership], public_id: str) -> datetime | None:
        """When it was placed."""
        story = stories_in(person, mine).filter(public_id=public_id).first()
        return story.placed_at if story else None


@prepared
def _lately(person: UUID, since: datetime) -> StoryQuerySet:
    """Of others, in all their groups: the newest, and one more."""
    groups = Membership.objects.of(person).values("group")
    told = seen_by(person, Story.objects.filter(group__in=groups)).exclude(person=person)
    return told.filter(placed_at__gt=since).backs().order_by("-placed_at", "-id")[: MOST + 1]


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
