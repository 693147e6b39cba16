"""A response to a story: no words, and nobody but its writer sees any."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from openchair.groups.models import Membership
from openchair.kit.clock import now
from openchair.people.models import Person
from openchair.stories.models.story import Story


class Response(models.Model):
    """One of each kind at most from each reader."""

    class Kind(models.TextChoices):
        """Small and kind; there is no other."""

        THANKS = "thanks", _("Thank you for this")
        HEAR = "hear", _("I hear you")
        ME_TOO = "me-too", _("Me too")

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="responses")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="story_responses")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="story_responses")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["story", "person", "kind"], name="one_story_response_a_kind"),
            models.CheckConstraint(
                condition=Q(kind__in=["thanks", "hear", "me-too"]), name="story_response_kind"
            ),
        ]

    def __str__(self) -> str:
        return self.kind
