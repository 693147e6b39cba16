"""Somebody asks to join."""

from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from django.db import models

from openchair.groups.models.agreement import Agreement
from openchair.groups.models.group import Group
from openchair.groups.models.membership import ALIAS_LENGTH
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.people.models import Person
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet
from openchair.vault.rules import coded

NOTE_LENGTH = 300
ASK_AGAIN_AFTER = timedelta(days=30)


class JoinRequestQuerySet(SealedQuerySet["JoinRequest"]):
    """Requests by what became of them."""

    def waiting(self) -> Self:
        """Those no host has answered."""
        return self.filter(declined_at=None)

    def apart(self, people: set[UUID]) -> Self:
        """Without the requests of these people."""
        return self.exclude(person__in=people) if people else self.all()


class JoinRequest(models.Model):
    """Stands until a host answers; an accepted one becomes a membership and is deleted."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = coded(models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False))
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="join_requests")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="join_requests")
    alias = Sealed(by="person", within="group", max_length=ALIAS_LENGTH)
    note = Sealed(by="person", within="group", max_length=NOTE_LENGTH, blank=True)
    agreement = models.ForeignKey(Agreement, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField(default=now)
    declined_at = models.DateTimeField(null=True, blank=True)

    objects = JoinRequestQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "person"], name="one_request_each")]

    def __str__(self) -> str:
        return "request to join"

    @property
    def ask_again_at(self) -> datetime | None:
        """When the person may ask once more; None while nobody has answered."""
        return self.declined_at + ASK_AGAIN_AFTER if self.declined_at else None
