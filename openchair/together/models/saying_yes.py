"""What somebody said yes to in one group. A yes is a row, and no row is no: taking it back leaves nothing."""

from __future__ import annotations

from typing import Final, Self, TypeVar

from django.db import models
from django.db.models import Exists, OuterRef

from openchair.groups.models import Group, Membership
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.paths.models import Path
from openchair.people.models import Person
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet

STAGE_LENGTH: Final = 20
Row = TypeVar("Row", bound=models.Model)


class YesQuerySet(SealedQuerySet[Row]):
    """Yeses by who is there."""

    def here(self) -> Self:
        """Those of people who are in the group now, where it stands."""
        current = Membership.objects.current().filter(group=OuterRef("group"), person=OuterRef("person"))
        return self.filter(Exists(current), group__closing=None)


class Yes(models.Model):
    """One for each member of a group."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(default=now)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return "yes"


class Counted(Yes):
    """The days of this path count in the sum of the group."""

    path = models.ForeignKey(Path, on_delete=models.CASCADE, related_name="+")

    objects = YesQuerySet["Counted"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "person"], name="one_counted_each")]


class Celebrating(Yes):
    """What comes on this path in a month stands on the sheet of the birthday night."""

    path = models.ForeignKey(Path, on_delete=models.CASCADE, related_name="+")

    objects = YesQuerySet["Celebrating"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "person"], name="one_celebrating_each")]


class Around(Yes):
    """Would like to know others at about the same stage: of a path, or else one that they said themselves."""

    path = models.ForeignKey(Path, null=True, on_delete=models.CASCADE, related_name="+")
    stage = Sealed(by="person", within="group", max_length=STAGE_LENGTH, blank=True)

    objects = YesQuerySet["Around"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "person"], name="one_around_each")]


class SheetHolder(Yes):
    """A host gave this member the sheet of the birthday night."""

    objects = YesQuerySet["SheetHolder"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "person"], name="one_sheet_each")]
