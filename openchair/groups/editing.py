"""A group changes what it says about itself."""

from typing import Unpack

from django.db import transaction

from openchair.groups.founding import Description
from openchair.groups.models import Agreement, Group


def describe(*, group: Group, name: str, focus: str, **described: Unpack[Description]) -> None:
    """Write the group's description anew."""
    changed = {"name": name, "focus": focus, **described}
    for column, value in changed.items():
        setattr(group, column, value)
    group.save(update_fields=list(changed))


def change_agreement(*, group: Group, words: str) -> bool:
    """A new version of the agreement, which members read and accept; the same words change nothing."""
    with transaction.atomic():
        Group.objects.select_for_update().get(pk=group.pk)
        standing = group.agreement
        if standing.words == words:
            return False
        Agreement.objects.create(group=group, version=standing.version + 1, words=words)
        return True
