"""How long a share may wait in a group before those who want to help are asked."""

from datetime import timedelta
from typing import Final

from django.db import models
from django.db.models import Q

from openchair.groups.models import Group

CHOICES: Final = (3, 6, 12, 24, 48)  # hours
AT_FIRST: Final = 12


class Patience(models.Model):
    """One for each group whose hosts settled it; without a row, half a day."""

    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="patience")
    hours = models.PositiveSmallIntegerField(default=AT_FIRST)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(hours__in=CHOICES), name="patience_hours")]

    def __str__(self) -> str:
        return "patience"

    @property
    def limit(self) -> timedelta:
        """As a length of time."""
        return timedelta(hours=self.hours)

    @classmethod
    def of(cls, group: Group) -> "Patience":
        """That of the group; an unsaved one while its hosts settled nothing."""
        return cls.objects.filter(group=group).first() or cls(group=group)
