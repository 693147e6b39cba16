"""A path: what somebody wants to change. What it is about, and each of its dates, stands in its ledger."""

from typing import Self

from django.db import models
from django.http import Http404

from openchair.kit import ids
from openchair.people.models import Person
from openchair.vault.rules import coded


class PathQuerySet(models.QuerySet["Path"]):
    """Paths by whose they are."""

    def of(self, person: Person) -> Self:
        """One's own; there is no other way to a path."""
        return self.filter(person=person)

    def get_or_404(self, **which: object) -> "Path":
        """The one, or Http404."""
        found = self.filter(**which).first()
        if found is None:
            raise Http404
        return found


class Path(models.Model):
    """Nothing in this row says of what it is; several people have several."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = coded(models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False))
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="paths")

    objects = PathQuerySet.as_manager()

    def __str__(self) -> str:
        return "path"
