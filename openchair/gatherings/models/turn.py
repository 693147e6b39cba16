"""What is said in a gathering. A turn is a share of the group, with all that protects one."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.db import models
from django.db.models import Q

from openchair.gatherings.models.gathering import Gathering
from openchair.groups.models import Group, Membership
from openchair.groups.models.norms import Named
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.kit.read import as_read
from openchair.people.models import Person
from openchair.shares.models import Share
from openchair.shares.models.share import MOST_KEPT
from openchair.shares.told import Told, told_in
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet

DRAFT_STANDS: Final = timedelta(days=30)


class Turn(models.Model):
    """That a share was said in this gathering. `leads`: it is the lead share, which opens the thread."""

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="turns")
    share = models.OneToOneField(Share, on_delete=models.CASCADE, related_name="turn")
    leads = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gathering"], condition=Q(leads=True), name="one_lead_share")
        ]

    def __str__(self) -> str:
        return "turn"


class DraftQuerySet(SealedQuerySet["Draft"]):
    """Drafts, opened together."""


class Draft(models.Model):
    """What somebody began to write. It outlives the gathering, so that nothing is lost at its end."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="drafts")
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    told = Sealed(by="person", within="group", max_length=MOST_KEPT)
    named = models.CharField(max_length=10, choices=Named.choices, default=Named.ALIAS)
    begun_at = models.DateTimeField(default=now)

    objects = DraftQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gathering", "person"], name="one_draft_a_gathering"),
            models.CheckConstraint(condition=Q(named__in=["alias", "hosts", "nobody"]), name="turn_named"),
        ]

    def __str__(self) -> str:
        return "draft"

    @property
    def says(self) -> Told | None:
        """What was told; None when it cannot be read."""
        return told_in(self.told)

    @property
    def as_drafted(self) -> str:
        """As that of a share."""
        return as_read(self.pk, self.told, self.named)

    @property
    def drafted_on(self) -> str:
        """The name of the page on which it was written last (`kit/two_windows.py`)."""
        told = self.says
        return told.page if told else ""

    def as_share(self) -> Share:
        """The turn it would be, which is kept nowhere yet."""
        share = Share(
            group=self.group, person=self.person, membership=self.membership, named=self.named, told=self.told
        )
        share.begun_at = self.begun_at
        return share
