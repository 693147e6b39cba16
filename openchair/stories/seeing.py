"""What somebody sees of a group's stories: the one place that says it, for pages and permissions.

A story without a name is treated as nobody's, wherever its name is not shown: no block and no mute of today
moves it, or trying one member after the other would tell whose it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from openchair.groups.models import Group, Membership
from openchair.groups.policy import membership_in
from openchair.people.blocking import is_apart
from openchair.people.models import Person
from openchair.people.muting import is_not_met
from openchair.stories.models import Hiding, Hold, KeptFrom, Response, Story
from openchair.stories.models.hold import HoldQuerySet
from openchair.stories.models.story import StoryQuerySet

NAMED = Story.Named
AUDIENCE = Story.Audience


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody in one group, and what they are there. Making one asks nothing."""

    person: Person
    membership: Membership

    @property
    def named(self) -> Q:
        """Stories at which this reader sees a name."""
        return Q(named__in=self._names)

    def sees_name_of(self, story: Story) -> bool:
        """Is it shown to them who wrote it?"""
        return story.named in self._names

    @property
    def _names(self) -> list[str]:
        return [NAMED.ALIAS, NAMED.HOSTS] if self.membership.is_host else [NAMED.ALIAS]


def reader_in(group: Group, person: Person | None) -> Reader | None:
    """The person as a reader of this group; None for whoever is not in it."""
    mine = membership_in(group, person)
    return reader_of(person, mine) if person and mine else None


def reader_of(person: Person, membership: Membership) -> Reader:
    """The person as a reader of the group they belong to by this."""
    return Reader(person, membership)


def stories_for(reader: Reader) -> StoryQuerySet:
    """Every story of the group that this reader sees; their own of course."""
    return stories_in(reader.person, [reader.membership])


def stories_in(person: Person, mine: Sequence[Membership]) -> StoryQuerySet:
    """Every story that this person sees in the groups to which they belong by these."""
    return seen_by(person.pk, Story.objects.filter(group__in=[one.group_id for one in mine]))


def seen_by(person: UUID, stories: StoryQuerySet) -> StoryQuerySet:
    """Those of these stories that this person sees. All are of groups to which they belong."""
    hosted = Q(Exists(Membership.objects.hosts().filter(person=person, group=OuterRef("group"))))
    seen = Q(audience=AUDIENCE.GROUP) | Q(person=person) | (hosted & Q(audience=AUDIENCE.HOSTS))
    names = Q(named=NAMED.ALIAS) | (hosted & Q(named=NAMED.HOSTS))
    hidden = Hiding.objects.filter(person=person, story=OuterRef("pk"))
    kept_from = KeptFrom.objects.filter(person=person, story=OuterRef("pk"))
    standing = stories.standing().filter(seen, ~Exists(hidden), ~Exists(kept_from))
    return standing.exclude(names & is_not_met(person))


def held_by(reader: Reader) -> HoldQuerySet:
    """What this reader wrote in the group, and a host put out of sight."""
    return Hold.objects.on(_held_in(reader).filter(person=reader.person))


def held_for(reader: Reader) -> HoldQuerySet:
    """What hosts put out of sight, for a host: others' stories, of people they meet.

    What was kept from them when it was placed stays so, and what its writer keeps for themselves is theirs.
    """
    if not reader.membership.is_host:
        return Hold.objects.none()
    kept_from = KeptFrom.objects.filter(person=reader.person, story=OuterRef("pk"))
    others = _held_in(reader).exclude(person=reader.person).exclude(audience=AUDIENCE.ME)
    apart = reader.named & Q(is_apart(reader.person.pk, "person"))
    return Hold.objects.on(others.filter(~Exists(kept_from)).exclude(apart))


def _held_in(reader: Reader) -> StoryQuerySet:
    return Story.objects.filter(group=reader.membership.group_id).held()


def responses_for(reader: Reader, story: Story) -> list[Response]:
    """The responses to the reader's own story, by people they meet."""
    found = Response.objects.filter(story=story, membership__departure=None).exclude(
        is_not_met(reader.person.pk)
    )
    return list(found.select_related("membership").order_by("at", "pk"))
