"""Somebody is answering a share just now, so that two do not write the same."""

from datetime import datetime, timedelta
from typing import Final, Self

from django.db import models

from openchair.groups.models import Membership
from openchair.shares.models import Share

TAKEN_FOR: Final = timedelta(minutes=30)


class TakingQuerySet(models.QuerySet["Taking"]):
    """Takings by time."""

    def alive(self, moment: datetime) -> Self:
        """Those that have not run out."""
        return self.filter(until__gt=moment)


class Taking(models.Model):
    """One for a share. Nobody else is shown whose it is, and it frees itself."""

    share = models.OneToOneField(Share, on_delete=models.CASCADE, related_name="taking")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="takings")
    until = models.DateTimeField(db_index=True)

    objects = TakingQuerySet.as_manager()

    def __str__(self) -> str:
        return "taking"
