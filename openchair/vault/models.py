"""What the data itself remembers of its ring: who is gone, and when the ring was last looked at."""

from django.db import models

from openchair.kit.clock import now


class Tombstone(models.Model):
    """A destroyed key, by a mark that says nothing without the ring: the ring's own list, kept twice.

    A ring that was brought back from a backup learns from here what it has forgotten, and data that was
    brought back learns it from the ring.
    """

    mark = models.BinaryField(max_length=32, unique=True, editable=False)
    day = models.DateField()

    def __str__(self) -> str:
        return "tombstone"


class Verification(models.Model):
    """One row: when every key was last unwrapped, and how many faults were found."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    at = models.DateTimeField(default=now)
    faults = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="only_one_verification")]

    def __str__(self) -> str:
        return "verification"
