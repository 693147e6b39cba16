"""A group's own set of days worth marking, which its hosts name and edit."""

from __future__ import annotations

from datetime import datetime
from typing import Final, Self

from django.db import models
from django.http import Http404

from openchair.groups.models import Group
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.people.models import Person
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet
from openchair.vault.rules import coded

NAME_LENGTH: Final = 60
MARKS_LENGTH: Final = 600


class GroupSetQuerySet(SealedQuerySet["GroupSet"]):
    """Sets of groups."""

    def standing(self) -> Self:
        """Those that were not put away."""
        return self.filter(put_away_at=None)

    def put_away_before(self, moment: datetime) -> Self:
        """Those put away earlier."""
        return self.filter(put_away_at__lte=moment)

    def of_groups_of(self, person: Person) -> Self:
        """Those of the groups that somebody is in."""
        return self.filter(group__in=Group.objects.of(person))

    def get_or_404(self, **which: object) -> GroupSet:
        """The one, or Http404."""
        found = self.filter(**which).first()
        if found is None:
            raise Http404
        return found


class GroupSet(models.Model):
    """Its name and its marks are the group's words. A path that took it over holds a copy, no link to it."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = coded(models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False))
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="milestone_sets")
    name = Sealed(by="group", max_length=NAME_LENGTH)
    marks = Sealed(by="group", max_length=MARKS_LENGTH)
    made_at = models.DateTimeField(default=now)
    put_away_at = models.DateTimeField(null=True, blank=True)

    objects = GroupSetQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]

    def __str__(self) -> str:
        return "milestones of a group"
