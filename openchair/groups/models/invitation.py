"""A link that lets somebody in."""

import secrets
from datetime import timedelta
from typing import Self

from django.db import models
from django.db.models import Q

from openchair.groups.models.group import Group
from openchair.groups.models.membership import Membership
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.people.models.session import hashed

LIVES = timedelta(days=7)
USES = 10


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations by what became of them."""

    def open(self) -> Self:
        """Those that can still let somebody in."""
        return self.filter(revoked_at=None, uses_left__gt=0, expires_at__gt=now())


class Invitation(models.Model):
    """Good for seven days and ten people, unless its host takes it back."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False)
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="invitations")
    made_by = models.ForeignKey(Membership, null=True, on_delete=models.SET_NULL, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=now)
    expires_at = models.DateTimeField()
    uses_left = models.PositiveSmallIntegerField(default=USES)
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(uses_left__lte=USES), name="at_most_ten_uses")]

    def __str__(self) -> str:
        return "invitation"

    @classmethod
    def make(cls, group: Group, by: Membership) -> tuple[Self, str]:
        """An invitation and its token, which is shown once and never stored."""
        token = secrets.token_urlsafe(18)
        made = cls.objects.create(group=group, made_by=by, token_hash=hashed(token), expires_at=now() + LIVES)
        return made, token

    @classmethod
    def find(cls, token: str) -> "Invitation | None":
        """The invitation of a token, whatever became of it."""
        return cls.objects.select_related("group__closing").filter(token_hash=hashed(token)).first()

    @property
    def is_open(self) -> bool:
        """True while it can still let somebody in."""
        return self.revoked_at is None and self.uses_left > 0 and now() < self.expires_at
