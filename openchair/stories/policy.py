"""Who may do what with a story. What somebody sees is asked of `seeing.py` alone."""

from __future__ import annotations

from openchair.groups.models import Group
from openchair.groups.policy import is_host, is_member, membership_in
from openchair.kit.policy import Policy, rule
from openchair.people.models import Person
from openchair.stories.finding import story_of
from openchair.stories.models import Hiding, Story
from openchair.stories.seeing import held_for, reader_in, stories_for

Who = Person | None


@rule
def sees_it(who: Who, story: Story) -> bool:
    """Is in the group and in the audience, and nothing keeps it from them."""
    reader = reader_in(story.group, who)
    return reader is not None and stories_for(reader).filter(pk=story.pk).exists()


@rule
def wrote_it(who: Who, story: Story) -> bool:
    """Is its writer, and in the group."""
    return who is not None and who.pk == story.person_id and membership_in(story.group, who) is not None


@rule
def stands(who: Who, story: Story) -> bool:  # noqa: ARG001 - a rule asks about both
    """Was placed, and not taken back."""
    return story.taken_back_at is None and not story.is_draft


@rule
def has_nobody(who: Who, story: Story) -> bool:  # noqa: ARG001
    """Says that its writer is gone, so that nobody would see an answer."""
    return story.has_nobody


@rule
def was_taken_back(who: Who, story: Story) -> bool:  # noqa: ARG001
    """Was taken back, and can still be put back."""
    return story.taken_back_at is not None


@rule
def sees_its_name(who: Who, story: Story) -> bool:
    """Is shown who wrote it. What has no name cannot be turned from by name."""
    reader = reader_in(story.group, who)
    return reader is not None and reader.sees_name_of(story)


@rule
def hid_it(who: Who, story: Story) -> bool:
    """Has put it out of their own sight, and is in the group."""
    mine = Hiding.objects.filter(person=who, story=story)
    return membership_in(story.group, who) is not None and mine.exists()


@rule
def hosts_it(who: Who, story: Story) -> bool:
    """Runs the group in which it stands."""
    return is_host(who, story.group)


@rule
def goes_beyond_hosts(who: Who, story: Story) -> bool:  # noqa: ARG001
    """Others than the hosts and its writer read it, so that there is a sight to put it out of."""
    return story.audience == Story.Audience.GROUP


@rule
def looks_at_it(who: Who, story: Story) -> bool:
    """Runs the group in which it was put out of sight, and meets whoever wrote it."""
    reader = reader_in(story.group, who)
    return reader is not None and held_for(reader).filter(story=story).exists()


GROUP_POLICY: Policy[Who, Group] = Policy(
    {"story.list": [is_member], "story.write": [is_member], "story.look_at": [is_host]}
)

POLICY: Policy[Who, Story] = Policy(
    {
        "story.read": [sees_it],
        "story.change": [wrote_it & stands],
        "story.put_back": [wrote_it & was_taken_back],
        "story.respond": [sees_it & ~wrote_it & ~has_nobody],
        "story.hide": [sees_it & ~wrote_it],
        "story.show": [hid_it],
        "story.turn_from": [sees_it & ~wrote_it & sees_its_name],
        "story.take_out": [hosts_it & sees_it & ~wrote_it & goes_beyond_hosts, looks_at_it],
        "story.let_back": [looks_at_it],
    }
)


def door(who: Who, act: str, story_id: str) -> Story:
    """The story of this public id, for this act. Raises Http404 when it is not there for them."""
    story = story_of(story_id)
    POLICY.require(who, act, story)
    return story
