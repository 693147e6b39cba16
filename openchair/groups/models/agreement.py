"""A group's agreement, and who accepted which version of it."""

from django.db import models

from openchair.groups.models.group import Group
from openchair.groups.models.membership import Membership
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet


class AgreementQuerySet(SealedQuerySet["Agreement"]):
    """Agreements, opened together."""


class Agreement(models.Model):
    """One version of the group's own guidelines."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="agreements")
    version = models.PositiveIntegerField(default=1)
    words = Sealed(by="group", max_length=4000)
    since = models.DateTimeField(default=now)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["group", "version"], name="one_agreement_a_version")]

    def __str__(self) -> str:
        return f"agreement {self.version}"

    @property
    def lines(self) -> list[str]:
        """What is agreed to, point by point."""
        return [line for line in self.words.splitlines() if line.strip()]


class Acceptance(models.Model):
    """This member accepted this version."""

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="acceptances")
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="acceptances")
    at = models.DateTimeField(default=now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["membership", "agreement"], name="accepted_once")]

    def __str__(self) -> str:
        return "acceptance"
