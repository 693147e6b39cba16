"""This place: the one community that a server carries."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from openchair.kit.clock import now
from openchair.kit.prepared import prepared
from openchair.vault.rules import coded, public


class Place(models.Model):
    """One row. Until it is `ready_at`, the first-run pages are all there is."""

    class Joining(models.TextChoices):
        """Who may join this place."""

        INVITED = "invited", _("People who were invited")
        ANYONE = "anyone", _("Anyone who finds it")

    class Titles(models.TextChoices):
        """What a browser's tabs and history say, unless a reader chose otherwise."""

        KINDS = "kinds", _("The kind of page, such as “Group”")
        NOTES = "notes", _("Always “Notes”")

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    name = public(models.CharField(max_length=60, blank=True), "the sign on the door, on every page")
    languages = coded(models.CharField(max_length=200, default="en"))
    zone = coded(models.CharField(max_length=60, default="UTC"))
    country = coded(models.CharField(max_length=2, blank=True))
    joining = models.CharField(max_length=10, choices=Joining.choices, default=Joining.INVITED)
    titles = models.CharField(max_length=5, choices=Titles.choices, default=Titles.KINDS)
    leave_to = public(models.CharField(max_length=200, blank=True), "an address that every page names")
    created_at = models.DateTimeField(default=now)
    ready_at = models.DateTimeField(null=True, blank=True)
    # How late it has been here: a clock that is set back takes no day from anybody.
    known_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="only_one_place")]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def here(cls) -> Place:
        """The place, or an unsaved one with the defaults before the first run."""
        return next(iter(_here()), None) or cls()


@prepared
def _here() -> models.QuerySet[Place]:
    return Place.objects.filter(pk=1)
