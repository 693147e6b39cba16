"""That one date of a meeting was called off: by whom, when and why."""

from django.db import models

from openchair.kit.ids import row_id
from openchair.meetings.models.occurrence import Occurrence
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet


class CancellationQuerySet(SealedQuerySet["Cancellation"]):
    """Cancellations, opened together."""


class Cancellation(models.Model):
    """Taking it back deletes the row; `by` is emptied when that person leaves."""

    id = models.UUIDField(primary_key=True, default=row_id, editable=False)
    occurrence = models.OneToOneField(Occurrence, on_delete=models.CASCADE)
    by = models.ForeignKey("groups.Membership", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    group = models.ForeignKey("groups.Group", on_delete=models.CASCADE, related_name="+")
    why = Sealed(by="group", max_length=120, blank=True)

    objects = CancellationQuerySet.as_manager()

    def __str__(self) -> str:
        return f"cancellation of {self.occurrence_id}"
