"""A group that has ended."""

from datetime import timedelta

from django.db import models

from openchair.groups.models.group import Group
from openchair.groups.models.membership import Membership
from openchair.kit.clock import now

REOPEN_WITHIN = timedelta(days=30)


class Closing(models.Model):
    """A host closed the group; for thirty days they can open it again, then it is gone."""

    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="closing")
    by = models.ForeignKey(Membership, null=True, on_delete=models.SET_NULL, related_name="closings")
    at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return "closing"
