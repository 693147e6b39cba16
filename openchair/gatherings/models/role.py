"""Somebody serves in one gathering: it ends with it."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from openchair.gatherings.models.gathering import Gathering
from openchair.groups.models import Membership
from openchair.kit.clock import now


class RoleQuerySet(models.QuerySet["Role"]):
    """Roles by whether their holder said yes."""

    def here(self) -> Self:
        """Those of people who have not left."""
        return self.filter(membership__departure=None)

    def held(self) -> Self:
        """Those to which a member said yes."""
        return self.here().filter(since__isnull=False)

    def asked(self) -> Self:
        """Those that wait for a member's answer."""
        return self.here().filter(since=None)


class Role(models.Model):
    """Nobody holds one without having said yes."""

    class Part(models.TextChoices):
        """What somebody does. With nobody in the chair, the hosts have it."""

        CHAIR = "chair", _("Chair")
        LEAD = "lead", _("Leads")
        GREETER = "greeter", _("Greeter")
        READER = "reader", _("Reader")

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="roles")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="gathering_roles")
    part = models.CharField(max_length=10, choices=Part.choices)
    asked_at = models.DateTimeField(default=now)
    since = models.DateTimeField(null=True, blank=True)  # when they said yes

    objects = RoleQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["gathering", "part"], condition=Q(since__isnull=False), name="one_holds_a_part"
            ),
            models.UniqueConstraint(
                fields=["gathering", "part"], condition=Q(since=None), name="one_is_asked_for_a_part"
            ),
            models.CheckConstraint(
                condition=Q(part__in=["chair", "lead", "greeter", "reader"]), name="gathering_part"
            ),
        ]

    def __str__(self) -> str:
        return "role"
