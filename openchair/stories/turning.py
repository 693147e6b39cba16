"""Turning from a story, and answering it with a small sign."""

from openchair.groups.models import Membership
from openchair.people.models import Person
from openchair.stories.models import Hiding, Response, Story


def hide(*, person: Person, story: Story) -> None:
    """Out of this person's sight, until they say otherwise."""
    Hiding.objects.get_or_create(person=person, story=story)


def show(*, person: Person, story: Story) -> None:
    """In sight again."""
    Hiding.objects.filter(person=person, story=story).delete()


def respond(*, story: Story, by: Membership, kind: str) -> None:
    """Give a response; once is enough."""
    Response.objects.get_or_create(
        story=story, person_id=by.person_id, kind=kind, defaults={"membership": by}
    )


def take_response_back(*, story: Story, by: Membership, kind: str) -> None:
    """Not any more."""
    Response.objects.filter(story=story, person_id=by.person_id, kind=kind).delete()
