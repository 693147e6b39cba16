"""A host puts a story out of sight, with a line to its writer, and lets it be read again. Nothing is lost."""

from __future__ import annotations

from django.db import transaction

from openchair.groups.models import Membership
from openchair.kit.clock import now
from openchair.stories.models import Hold, Story
from openchair.stories.writing import keep_from_whoever_is_apart


class ChangedSince(Exception):
    """Its writer changed it after the host had read it: nobody lets out what nobody has looked at."""


@transaction.atomic
def take_out(*, story: Story, by: Membership, line: str) -> bool:
    """Out of everybody's sight but the writer's and the hosts'. Twice is once.

    For one that was changed meanwhile and stays out, the line takes the place of the one before. False where
    another host's line stands already.
    """
    moment = now()
    told = {"group_id": story.group_id, "taken_out_at": moment, "looked_at": moment, "by": by, "line": line}
    held, new = Hold.objects.select_for_update().get_or_create(story=story, defaults=told)
    if not new and held.looked_at is None:
        held.looked_at, held.by, held.line = moment, by, line
        held.save(update_fields=["looked_at", "by", "line"])
        return True
    return new


@transaction.atomic
def let_back(*, story: Story, read: str = "") -> bool:
    """In its place again. False when another host was quicker. Raises ChangedSince.

    `read`: the story's `as_read` when the host read it; without it, only a story that nobody
    touched since it was put out is let back.
    """
    held = Hold.objects.select_for_update().filter(story=story).first()
    if held is None:
        return False
    stands = Story.objects.select_for_update().only("changed_at").get(pk=story.pk)
    if held.looked_at != held.taken_out_at and read != stands.as_read:
        raise ChangedSince
    held.delete()
    keep_from_whoever_is_apart(story)
    return True
