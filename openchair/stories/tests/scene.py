"""Somebody wrote a story for Harbour."""

from datetime import timedelta

from openchair.groups.models import Group
from openchair.kit.clock import now
from openchair.people.models import Person
from openchair.stories import holding, turning, writing
from openchair.stories.aloud import minutes_of
from openchair.stories.models import Story
from openchair.stories.told import About, Section, Told
from tests.recipes import member_of

TITLE, SAID = "The winter I learned to swim", "the ferry was late and I walked home"


def begun(
    group: Group,
    person: Person,
    title: str = TITLE,
    words: tuple[tuple[str, str], ...] = (("", SAID),),
    *,
    audience: str = Story.Audience.GROUP,
    named: str = Story.Named.ALIAS,
    **about: object,
) -> Story:
    """A draft."""
    sections = tuple(Section(*one) for one in words)
    told = Told(About(title, minutes=minutes_of(sections), **about), sections)  # type: ignore[arg-type]
    return writing.keep_draft(by=member_of(group, person), told=told, audience=audience, named=named)


def written(group: Group, person: Person, title: str = TITLE, *, days_ago: int = 0, **said: object) -> Story:
    """A story in the library."""
    story = begun(group, person, title, **said)  # type: ignore[arg-type]
    told = story.says
    assert told is not None
    writing.place(draft=story, told=told)
    if days_ago:
        Story.objects.filter(pk=story.pk).update(placed_at=now() - timedelta(days=days_ago))
    return story


def responded(story: Story, person: Person, kind: str = "thanks") -> None:
    """A small sign of theirs."""
    turning.respond(story=story, by=member_of(story.group, person), kind=kind)


def a_few_stories(group: Group, writer: Person, reader: Person) -> dict[str, object]:
    """What stands in addresses of stories: of `writer`, who turned from one of `reader`, and a draft."""
    story, back = written(group, writer), written(group, writer, "Taken back")
    writing.take_back(story=back)
    hidden = written(group, reader, "Hidden")
    turning.hide(person=writer, story=hidden)
    responded(story, reader)
    held = written(group, writer, "Out of sight")
    holding.take_out(story=held, by=member_of(group, reader), line="It names somebody")
    begun(group, writer, "A beginning")
    return {
        "story_id": story.public_id,
        "story-return.story_id": back.public_id,
        "story-hiding-end.story_id": hidden.public_id,
        "story-out-end.story_id": held.public_id,
    }
