"""What keeps a story out of one person's sight."""

from django.db import models

from openchair.kit.clock import now
from openchair.people.models import Person
from openchair.stories.models.story import Story


class Hiding(models.Model):
    """This one story is out of this person's sight. Nobody is told."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="story_hidings")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="hidings")
    at = models.DateTimeField(default=now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "story"], name="one_hiding_a_story")]

    def __str__(self) -> str:
        return "hiding"


class KeptFrom(models.Model):
    """A story without a name is kept from whoever was apart from its writer when it was placed.

    Were the present blocks asked instead, blocking one member after the other would tell whose it is.
    """

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="kept_from")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "story"], name="story_kept_from_once")]

    def __str__(self) -> str:
        return "kept from"
