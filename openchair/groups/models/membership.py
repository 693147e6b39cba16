"""Belonging to a group, under a name chosen for it alone."""

from typing import Self

from django.db import models
from django.db.models.functions import Lower

from openchair.groups.models.group import Group
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.people.models import Person

ALIAS_LENGTH = 30


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Memberships by what they are now."""

    def current(self) -> Self:
        """Those who have not left."""
        return self.filter(departure=None)

    def hosts(self) -> Self:
        """Those who run the group."""
        return self.current().filter(hosting__isnull=False)


class Membership(models.Model):
    """Public ids belong to the membership, so that no page links one person across groups."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False)
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    alias = models.CharField(max_length=ALIAS_LENGTH)
    joined_at = models.DateTimeField(default=now)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "person"], name="one_membership_each"),
            models.UniqueConstraint("group", Lower("alias"), name="one_alias_each"),
        ]

    def __str__(self) -> str:
        return self.alias

    @property
    def is_host(self) -> bool:
        """True while a hosting record stands."""
        return hasattr(self, "hosting")


class Hosting(models.Model):
    """This member runs the group."""

    membership = models.OneToOneField(Membership, on_delete=models.CASCADE, related_name="hosting")
    since = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return "hosting"


class Departure(models.Model):
    """This member left; for thirty days they can come back as they were."""

    membership = models.OneToOneField(Membership, on_delete=models.CASCADE, related_name="departure")
    at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return "departure"
