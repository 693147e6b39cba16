"""Words that wait until a host has looked: out of everybody's sight but their writer's and the hosts'."""

from __future__ import annotations

from typing import cast

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from openchair.groups.models import Group, Membership
from openchair.groups.models.membership import REASON_LENGTH
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.kit.read import as_read
from openchair.shares.models.reply import Reply, ReplyQuerySet
from openchair.shares.models.share import Share, ShareQuerySet
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet


class HoldQuerySet(SealedQuerySet["Hold"]):
    """Holds by what became of them."""

    def on(self, shares: ShareQuerySet, replies: ReplyQuerySet) -> HoldQuerySet:
        """Those of these."""
        return self.filter(Q(share__in=shares) | Q(reply__in=replies))

    def waiting(self) -> HoldQuerySet:
        """Those at which no host has looked."""
        return self.filter(looked_at=None)


class Hold(models.Model):
    """While it stands, its share or reply does not (`standing`). Letting the words out deletes it."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="holds")
    share = models.OneToOneField(Share, null=True, on_delete=models.CASCADE, related_name="hold")
    reply = models.OneToOneField(Reply, null=True, on_delete=models.CASCADE, related_name="hold")
    since = models.DateTimeField(default=now)
    stood_before = models.BooleanField(default=False)  # others had seen it, and it was changed
    # A host put it out of sight, whatever stands in it: then only a host lets it out again.
    taken_out_at = models.DateTimeField(null=True, blank=True)
    looked_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(Membership, null=True, on_delete=models.SET_NULL, related_name="+")
    # The group's own words, as those of a removal: their reader keeps them however long their writer stays.
    line = Sealed(by="group", max_length=REASON_LENGTH, blank=True, gone=_("A host wrote a line"))

    objects = HoldQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(share=None, reply__isnull=False) | Q(share__isnull=False, reply=None),
                name="holds_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return "hold"

    @property
    def words(self) -> Share | Reply:
        """What is held."""
        return self.share or cast(Reply, self.reply)

    @property
    def as_read(self) -> str:
        """For a hidden field: other words give another one, and nothing can be read from it."""
        what = self.words
        kept = what.words if isinstance(what, Reply) else f"{what.audience}|{what.told}"
        return as_read(self.pk, kept)
