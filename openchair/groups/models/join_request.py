"""Somebody asks to join."""

from django.db import models

from openchair.groups.models.group import Group
from openchair.groups.models.membership import ALIAS_LENGTH
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.people.models import Person


class JoinRequest(models.Model):
    """Stands until a host answers; an accepted one becomes a membership and is deleted."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False)
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="join_requests")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="join_requests")
    alias = models.CharField(max_length=ALIAS_LENGTH)
    note = models.CharField(max_length=300, blank=True)
    asked_at = models.DateTimeField(default=now)
    declined_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "person"], name="one_request_each")]

    def __str__(self) -> str:
        return "request to join"
