"""A member who welcomes people: a small service that both sides said yes to, and either ends."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from openchair.groups.models import Group, Membership
from openchair.kit.clock import now


class GreeterQuerySet(models.QuerySet["Greeter"]):
    """Greeters by whether both said yes."""

    def here(self) -> Self:
        """Those of people who have not left."""
        return self.filter(membership__departure=None)

    def standing(self) -> Self:
        """Those to whom both said yes."""
        return self.here().filter(since__isnull=False)

    def open(self) -> Self:
        """Those that one side still has to answer."""
        return self.here().filter(since=None)

    def of_group(self, group: Group) -> Self:
        """Those of one group, by who has been there longest."""
        return self.filter(membership__group=group).select_related("membership").order_by("begun_at", "pk")


class Greeter(models.Model):
    """It ends by going: nothing is left that could be held against anybody."""

    class Begun(models.TextChoices):
        """Who spoke first; the other one answers."""

        HOST = "host", _("a host asked")
        MEMBER = "member", _("the member offered")

    membership = models.OneToOneField(Membership, on_delete=models.CASCADE, related_name="greeter")
    begun = models.CharField(max_length=10, choices=Begun.choices)
    begun_at = models.DateTimeField(default=now)
    since = models.DateTimeField(null=True, blank=True)  # when the other one said yes

    objects = GreeterQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(begun__in=["host", "member"]), name="greeter_begun")
        ]

    def __str__(self) -> str:
        return "greeter"

    @property
    def stands(self) -> bool:
        """Did both say yes?"""
        return self.since is not None

    @property
    def was_asked(self) -> bool:
        """Does a host wait for this member's answer?"""
        return not self.stands and self.begun == self.Begun.HOST

    @property
    def has_offered(self) -> bool:
        """Does this member wait for a host's answer?"""
        return not self.stands and self.begun == self.Begun.MEMBER
