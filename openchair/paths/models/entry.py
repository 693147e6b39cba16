"""One entry of a ledger, sealed as a whole: its kind and its dates would tell as much as its words."""

from datetime import date
from functools import cached_property
from typing import Self
from uuid import UUID

from django.db import models
from django.http import Http404

from openchair.kit import ids
from openchair.paths.ledger import Event, event
from openchair.paths.models.path import Path
from openchair.people.models import Person
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet
from openchair.vault.results import Unreadable
from openchair.vault.rules import coded

LONGEST = 6000


class EntryQuerySet(SealedQuerySet["Entry"]):
    """Entries of ledgers."""

    def standing(self) -> Self:
        """Without what was taken back."""
        return self.filter(taken_back=None)

    def of(self, person: Person | UUID) -> Self:
        """All of one's own, path by path, in the order in which they were noted."""
        return self.filter(path__person=person).select_related("path").order_by("path_id", "number")

    def get_or_404(self, **which: object) -> "Entry":
        """The one, or Http404."""
        found = self.filter(**which).select_related("path", "taken_back").first()
        if found is None:
            raise Http404
        return found


class Entry(models.Model):
    """Written once and never changed. Its number is all that can be read of it without a key."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = coded(models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False))
    path = models.ForeignKey(Path, on_delete=models.CASCADE, related_name="entries")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    told = Sealed(by="person", max_length=LONGEST)

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["path", "number"], name="one_entry_a_number")]

    def __str__(self) -> str:
        return "entry"

    @property
    def is_readable(self) -> bool:
        """False where the seal is broken."""
        return not isinstance(self.told, Unreadable)

    @cached_property
    def event(self) -> Event:
        """What it says."""
        return event(self.number, self.told)


class TakenBack(models.Model):
    """This entry counts no more. It can be brought back for thirty days, and then it is deleted."""

    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, related_name="taken_back")
    on = models.DateField()

    def __str__(self) -> str:
        return "taken back"

    @classmethod
    def before(cls, day: date) -> "models.QuerySet[TakenBack]":
        """Those of earlier days."""
        return cls.objects.filter(on__lt=day)
