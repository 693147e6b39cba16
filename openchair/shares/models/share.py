"""A share: what somebody wants to say to people of their group, and to whom of them."""

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
from openchair.shares.told import Told, told_in
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet
from openchair.vault.rules import coded

UNDO_WITHIN: Final = timedelta(days=30)
DRAFT_STANDS: Final = timedelta(days=30)
MOST_KEPT: Final = 8000  # signs of all that one share holds


class ShareQuerySet(SealedQuerySet["Share"]):
    """Shares by what became of them."""

    def drafts(self) -> Self:
        """Those that nobody but their writer has seen."""
        return self.filter(posted_at=None)

    def standing(self) -> Self:
        """Those that were posted, not taken back nor held, of people who are here or left them."""
        return self.filter(whose_words_stand(), posted_at__isnull=False, taken_back_at=None, hold=None)

    def held(self) -> Self:
        """Those that wait for a host to look, not taken back, of people who are here or left them."""
        return self.filter(whose_words_stand(), hold__isnull=False, taken_back_at=None)

    def answerable(self) -> Self:
        """Those that do not say that their writer is gone (`has_nobody`)."""
        return self.exclude(membership__is_former=True, named=Named.ALIAS)

    def with_writers(self) -> Self:
        """With what names them, so that a list asks the database once."""
        return self.select_related("membership")

    def get_or_404(self, **which: object) -> Share:
        """The one, or Http404."""
        found = self.with_writers().select_related("group__closing").filter(**which).first()
        if found is None:
            raise Http404
        return found


class Share(models.Model):
    """Everything said is sealed in one column. Beside it stand only who may see it, and times."""

    class Audience(models.TextChoices):
        """Who sees it, besides its writer."""

        GROUP = "group", _("Everybody in the group")
        HOSTS = "hosts", _("Only the hosts")
        CIRCLE = "circle", _("Only my companions here")
        ME = "me", _("Only me")

    Named = Named

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = coded(models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False))
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="shares")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="shares")
    # Who leaves takes their shares along, and brings them back on coming back.
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="shares")
    audience = models.CharField(max_length=10, choices=Audience.choices, default=Audience.GROUP)
    named = models.CharField(max_length=10, choices=Named.choices, default=Named.ALIAS)
    told = Sealed(by="person", within="group", max_length=MOST_KEPT)
    begun_at = models.DateTimeField(default=now)
    posted_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)  # when somebody else answered first

    objects = ShareQuerySet.as_manager()

    class Meta:
        ordering = ["-posted_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "person"], condition=Q(posted_at=None), name="one_draft_each"
            ),
            models.CheckConstraint(
                condition=Q(audience__in=["group", "hosts", "circle", "me"]), name="share_audience"
            ),
            models.CheckConstraint(condition=Q(named__in=["alias", "hosts", "nobody"]), name="share_named"),
            models.CheckConstraint(
                condition=Q(posted_at__isnull=False)
                | Q(taken_back_at=None, changed_at=None, answered_at=None),
                name="a_draft_is_nothing_else",
            ),
        ]
        indexes = [
            # A page of a group, whatever its size: the index alone brings the newest, and goes on from any.
            models.Index(
                fields=["group", "-posted_at", "-id"],
                condition=Q(posted_at__isnull=False, taken_back_at=None),
                name="share_newest",
            ),
            models.Index(
                fields=["group", "-posted_at", "-id"],
                condition=Q(posted_at__isnull=False, taken_back_at=None, answered_at=None),
                name="share_unanswered",
            ),
        ]

    def __str__(self) -> str:
        return "share"

    @property
    def says(self) -> Told | None:
        """What was told; None when it cannot be read."""
        kept, read = self.told, self.__dict__.get("_read")
        if read is None or read[0] is not kept:
            read = self.__dict__["_read"] = kept, told_in(kept)
        return read[1]

    @property
    def as_drafted(self) -> str:
        """For a hidden field: what its writer looked over, and for whom."""
        return as_read(self.pk, self.told, self.audience, self.named)

    @property
    def drafted_on(self) -> str:
        """The name of the page on which it was written last (`kit/two_windows.py`)."""
        told = self.says
        return told.page if told else ""

    @property
    def is_held(self) -> bool:
        """True while it waits for a host to look."""
        return hasattr(self, "hold")

    @property
    def has_nobody(self) -> bool:
        """True where it says that its writer is gone. One without a name never does: it would tell whose."""
        return self.membership.is_former and self.named == Named.ALIAS

    @property
    def is_draft(self) -> bool:
        """True while nobody but the writer has seen it."""
        return self.posted_at is None
