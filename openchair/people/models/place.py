"""This place: the one community that a server carries."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from openchair.kit.clock import now


class Place(models.Model):
    """One row. Until it is `ready_at`, the first-run pages are all there is."""

    class Joining(models.TextChoices):
        """Who may join this place."""

        INVITED = "invited", _("People who were invited")
        ANYONE = "anyone", _("Anyone who finds it")

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    name = models.CharField(max_length=60, blank=True)
    languages = models.CharField(max_length=200, default="en")
    zone = models.CharField(max_length=60, default="UTC")
    country = models.CharField(max_length=2, blank=True)
    joining = models.CharField(max_length=10, choices=Joining.choices, default=Joining.INVITED)
    created_at = models.DateTimeField(default=now)
    ready_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="only_one_place")]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def here(cls) -> Self:
        """The place, or an unsaved one with the defaults before the first run."""
        return cls.objects.filter(pk=1).first() or cls()
