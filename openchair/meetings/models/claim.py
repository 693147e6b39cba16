"""That somebody will read one of the readings on one date."""

from django.db import models

from openchair.kit.ids import row_id
from openchair.meetings.models.occurrence import Occurrence
from openchair.vault.rules import coded


class Claim(models.Model):
    """`reading` is the key of a reading in the script of the meeting's format."""

    id = models.UUIDField(primary_key=True, default=row_id, editable=False)
    occurrence = models.ForeignKey(Occurrence, on_delete=models.CASCADE, related_name="claims")
    membership = models.ForeignKey("groups.Membership", on_delete=models.CASCADE, related_name="claims")
    reading = coded(models.CharField(max_length=40))  # the key of a reading of ours

    class Meta:
        constraints = (
            models.UniqueConstraint(name="claim_one_reader", fields=("occurrence", "reading")),
            models.CheckConstraint(name="claim_names_a_reading", condition=~models.Q(reading="")),
        )

    def __str__(self) -> str:
        return f"claim {self.id}"
