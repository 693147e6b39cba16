"""From a draft into the library, and back out of sight."""

from __future__ import annotations

from dataclasses import replace

from django.db import transaction

from openchair.groups.models import Membership
from openchair.groups.one_at_a_time import wait_for
from openchair.groups.resting import names_for
from openchair.kit.clock import now
from openchair.kit.two_windows import ALONE, Page
from openchair.people.blocking import apart_from
from openchair.people.models import Person
from openchair.stories.arranging import without_empty
from openchair.stories.models import Hold, KeptFrom, Story
from openchair.stories.told import Told

NAMED = Story.Named


class NotSo(Exception):
    """The group does not allow a story without a name, or not any more: the writer chooses again."""


@transaction.atomic
def keep_draft(*, by: Membership, told: Told, audience: str, named: str, page: Page = ALONE) -> Story:
    """Keep what is written so far; a person has one draft a group. Raises WrittenElsewhere."""
    wait_for(by)
    begun = draft_of(by)
    page.may_replace(begun)
    draft = begun or Story(group=by.group, person=by.person, membership=by)
    draft.keep(_written_on(told, page.name))
    draft.audience, draft.named, draft.begun_at = audience, named, now()
    draft.save()
    return draft


def draft_of(membership: Membership) -> Story | None:
    """What this member began to write."""
    return Story.objects.drafts().filter(group=membership.group_id, person=membership.person_id).first()


def own_draft(person: Person, group_id: str) -> Told | None:
    """What this person began to write in the group of this public id, though they see it no longer."""
    begun = Story.objects.drafts().filter(group__public_id=group_id, person=person).first()
    return begun.says if begun else None


def throw_away(*, membership: Membership) -> None:
    """The draft goes, and leaves nothing."""
    Story.objects.drafts().filter(group=membership.group_id, person=membership.person_id).delete()


@transaction.atomic
def place(*, draft: Story, told: Told) -> None:
    """Put it into the library, as `told` says it. Raises NotSo."""
    wait_for(draft.membership)
    if draft.named not in names_for(draft.membership):
        raise NotSo
    draft.keep(_written_on(without_empty(told), ""))
    draft.placed_at = now()
    draft.save()
    keep_from_whoever_is_apart(draft)


@transaction.atomic
def change(*, story: Story, told: Told, audience: str) -> None:
    """Other words, or another audience. Under which name it stands is settled when it is placed.

    One that a host put out of sight stays there, and waits for a host to look again.
    """
    story.keep(without_empty(told))
    story.audience, story.changed_at = audience, now()
    story.save(update_fields=["back", "sections", "audience", "changed_at"])
    Hold.objects.filter(story=story).update(looked_at=None)
    keep_from_whoever_is_apart(story)


def take_back(*, story: Story) -> None:
    """Out of everybody's sight at once; for thirty days it can be put back as it was."""
    Story.objects.filter(pk=story.pk, taken_back_at=None).update(taken_back_at=now())


def put_back(*, story: Story) -> None:
    """As if it had not been taken back."""
    Story.objects.filter(pk=story.pk).update(taken_back_at=None)


def keep_from_whoever_is_apart(story: Story) -> None:
    """One without a name, from everybody who is apart from its writer now: see `KeptFrom`."""
    if story.named != NAMED.ALIAS:
        rows = [KeptFrom(story=story, person_id=one) for one in apart_from(story.person)]
        KeptFrom.objects.bulk_create(rows, ignore_conflicts=True)


def _written_on(told: Told, page: str) -> Told:
    return replace(told, about=replace(told.about, page=page))
