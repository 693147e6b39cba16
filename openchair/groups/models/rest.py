"""That somebody rests from writing without a name, because a host who does not know who they are asked it."""

from datetime import datetime
from typing import Self

from django.db import models

from openchair.groups.models.group import Group
from openchair.groups.models.membership import REASON_LENGTH, Membership
from openchair.kit import ids
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet


class RestQuerySet(SealedQuerySet["Rest"]):
    """Rests by when they end."""

    def at(self, moment: datetime) -> Self:
        """Those that are not over."""
        return self.filter(until__gt=moment)


class Rest(models.Model):
    """Until then this member writes under their name in the group, or not at all.

    No page but their own shows it: whoever asked would learn from it whose the words were.
    """

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    membership = models.OneToOneField(Membership, on_delete=models.CASCADE, related_name="rest")
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+")
    until = models.DateTimeField()
    # The group's own words, as those of a removal.
    reason = Sealed(by="group", max_length=REASON_LENGTH)

    objects = RestQuerySet.as_manager()

    def __str__(self) -> str:
        return "rest"
