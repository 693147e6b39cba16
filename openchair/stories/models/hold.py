"""That a host put a story out of sight."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from openchair.groups.models import Group, Membership
from openchair.groups.models.membership import REASON_LENGTH
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.stories.models.story import Story, StoryQuerySet
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet


class HoldQuerySet(SealedQuerySet["Hold"]):
    """Holds by what became of them."""

    def on(self, stories: StoryQuerySet) -> HoldQuerySet:
        """Those of these."""
        return self.filter(story__in=stories)

    def waiting(self) -> HoldQuerySet:
        """Those whose story was changed, and no host has looked since."""
        return self.filter(looked_at=None)


class Hold(models.Model):
    """While it stands, its story does not (`standing`). Letting the story be read again deletes it."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+")
    story = models.OneToOneField(Story, on_delete=models.CASCADE, related_name="hold")
    taken_out_at = models.DateTimeField(default=now)
    looked_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(Membership, null=True, on_delete=models.SET_NULL, related_name="+")
    # The group's own words, as those of a removal: their reader keeps them however long their writer stays.
    line = Sealed(by="group", max_length=REASON_LENGTH, blank=True, gone=_("A host wrote a line"))

    objects = HoldQuerySet.as_manager()

    def __str__(self) -> str:
        return "hold"
