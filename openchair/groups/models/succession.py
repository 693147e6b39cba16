"""That a group's last host went, and somebody looks after it for now."""

from django.db import models

from openchair.groups.models.membership import Membership
from openchair.kit.clock import now


class Succession(models.Model):
    """The member who was there longest hosts since then. The row goes once they said whether they want to."""

    membership = models.OneToOneField(Membership, on_delete=models.CASCADE, related_name="succession")
    at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return "succession"
