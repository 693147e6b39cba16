"""What one date of a meeting is to be about, chosen beforehand by one of its members."""

from django.db import models

from openchair.kit.ids import row_id
from openchair.meetings.models.occurrence import Occurrence
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet

MOST_LETTERS = 120


class TopicQuerySet(SealedQuerySet["Topic"]):
    """Topics, opened together."""


class Topic(models.Model):
    """One for a date. Whoever chose it changes it or takes it back."""

    id = models.UUIDField(primary_key=True, default=row_id, editable=False)
    occurrence = models.OneToOneField(Occurrence, on_delete=models.CASCADE)
    group = models.ForeignKey("groups.Group", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    membership = models.ForeignKey("groups.Membership", on_delete=models.CASCADE, related_name="+")
    words = Sealed(by="person", within="group", max_length=MOST_LETTERS)

    objects = TopicQuerySet.as_manager()

    @property
    def key(self) -> str:
        """By this somebody who turns from it names it: another topic of the same date has another."""
        return self.pk.hex

    def __str__(self) -> str:
        return f"topic of {self.occurrence_id}"
