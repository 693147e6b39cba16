"""How a person wishes to be told."""

from datetime import time
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from openchair.people.models import Person

QUIET_FROM, QUIET_UNTIL = time(22), time(8)


class Wishes(models.Model):
    """What may leave this site, and the hours in which nothing does. Without a row, the defaults hold."""

    class Level(models.TextChoices):
        """How much goes to a device or by mail; Today shows everything."""

        QUIET = "quiet", _("Nothing. I look at Today when I want to")
        SET = "set", _("Reminders I set")
        PEOPLE = "people", _("Reminders I set, and when people answered me")

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True, related_name="wishes")
    level = models.CharField(max_length=6, choices=Level.choices, default=Level.SET)
    quiet_from = models.TimeField(default=QUIET_FROM)  # on the clock of the person's home zone
    quiet_until = models.TimeField(default=QUIET_UNTIL)

    class Meta:
        verbose_name_plural = "wishes"
        constraints = (
            models.CheckConstraint(
                name="wishes_level", condition=models.Q(level__in=["quiet", "set", "people"])
            ),
        )

    def __str__(self) -> str:
        return "wishes"

    @classmethod
    def of(cls, person: Person) -> Self:
        """What this person chose, or an unsaved row with the defaults."""
        found = getattr(person, "wishes", None)
        return found if isinstance(found, cls) else cls(person=person)

    def let_out(self, cause: str) -> bool:
        """May a notice of this cause leave the site?"""
        return self.level in {self.Level.PEOPLE, cause}
