"""A story: what somebody tells at length, in a group's library."""

from __future__ import annotations

from datetime import timedelta
from typing import Final, Self

from django.db import models
from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from openchair.groups.models import Group, Membership
from openchair.groups.models.membership import whose_words_stand
from openchair.groups.models.norms import Named
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.kit.read import as_read
from openchair.people.models import Person
from openchair.stories.told import About, Told, about_in, told_in
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet
from openchair.vault.rules import coded

UNDO_WITHIN: Final = timedelta(days=30)
DRAFT_STANDS: Final = timedelta(days=90)  # a story is not written in a week
MOST_ON_BACK: Final = 1000  # signs of all that stands on its back
MOST_KEPT: Final = 100_000  # signs of its sections as they are kept


class StoryQuerySet(SealedQuerySet["Story"]):
    """Stories by what became of them."""

    def drafts(self) -> Self:
        """Those that nobody but their writer has seen."""
        return self.filter(placed_at=None)

    def standing(self) -> Self:
        """Those in the library: not taken back nor put out of sight, of people who are here or left them."""
        return self.filter(whose_words_stand(), placed_at__isnull=False, taken_back_at=None, hold=None)

    def held(self) -> Self:
        """Those that a host put out of sight, not taken back, of people who are here or left them."""
        return self.filter(whose_words_stand(), hold__isnull=False, taken_back_at=None)

    def backs(self) -> Self:
        """Without their words: a list asks for what it shows."""
        return self.defer("sections").select_related("membership")

    def get_or_404(self, **which: object) -> Story:
        """The one, or Http404."""
        found = self.select_related("membership", "group__closing").filter(**which).first()
        if found is None:
            raise Http404
        return found


class Story(models.Model):
    """What is told is sealed in two columns. Beside them stand only who may see it, and times."""

    class Audience(models.TextChoices):
        """Who sees it, besides its writer."""

        GROUP = "group", _("Everybody in the group")
        HOSTS = "hosts", _("Only the hosts")
        ME = "me", _("Only me")

    Named = Named

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = coded(models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False))
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="stories")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="stories")
    # Who leaves takes their stories along, and brings them back on coming back.
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="stories")
    audience = models.CharField(max_length=10, choices=Audience.choices, default=Audience.GROUP)
    named = models.CharField(max_length=10, choices=Named.choices, default=Named.ALIAS)
    back = Sealed(by="person", within="group", max_length=MOST_ON_BACK)
    sections = Sealed(by="person", within="group", max_length=MOST_KEPT)
    begun_at = models.DateTimeField(default=now)
    placed_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    objects = StoryQuerySet.as_manager()

    class Meta:
        ordering = ["-placed_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "person"], condition=Q(placed_at=None), name="one_story_draft_each"
            ),
            models.CheckConstraint(condition=Q(audience__in=["group", "hosts", "me"]), name="story_audience"),
            models.CheckConstraint(condition=Q(named__in=["alias", "hosts", "nobody"]), name="story_named"),
            models.CheckConstraint(
                condition=Q(placed_at__isnull=False) | Q(taken_back_at=None, changed_at=None),
                name="a_story_draft_is_nothing_else",
            ),
        ]
        indexes = [
            # The library of a group, whatever its size: the index alone brings the newest.
            models.Index(
                fields=["group", "-placed_at", "-id"],
                condition=Q(placed_at__isnull=False, taken_back_at=None),
                name="story_newest",
            )
        ]

    def __str__(self) -> str:
        return "story"

    @property
    def about(self) -> About | None:
        """What stands on its back; None when it cannot be read."""
        return about_in(self.back)

    @property
    def says(self) -> Told | None:
        """The whole of it; None when it cannot be read."""
        return told_in(self.about, self.sections)

    def keep(self, told: Told) -> None:
        """Take this for what is told; saving is the caller's."""
        self.back, self.sections = told.about.as_kept(), told.sections_kept()

    @property
    def is_held(self) -> bool:
        """True while a host has put it out of sight."""
        return hasattr(self, "hold")

    @property
    def as_read(self) -> str:
        """For a hidden field: other words give another one. When they were changed cannot be read from it."""
        return as_read(self.pk, self.changed_at)

    @property
    def as_drafted(self) -> str:
        """As `as_read`, while it is a draft: by all that others would read, and for whom it is."""
        return as_read(self.pk, self.back, self.sections, self.audience, self.named)

    @property
    def drafted_on(self) -> str:
        """The name of the page on which it was written last (`kit/two_windows.py`)."""
        return self.about.page if self.about else ""

    @property
    def has_nobody(self) -> bool:
        """True where it says that its writer is gone. One without a name never does: it would tell whose."""
        return self.membership.is_former and self.named == Named.ALIAS

    @property
    def is_draft(self) -> bool:
        """True while nobody but the writer has seen it."""
        return self.placed_at is None
