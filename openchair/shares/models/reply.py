"""A reply to a share: one level deep, and nothing below it."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from openchair.groups.models import Group, Membership
from openchair.groups.models.membership import whose_words_stand
from openchair.groups.models.norms import Named
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.people.models import Person
from openchair.shares.models.share import Share
from openchair.shares.told import MOST_WORDS
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet
from openchair.vault.rules import coded


class ReplyQuerySet(SealedQuerySet["Reply"]):
    """Replies by what became of them."""

    def standing(self) -> Self:
        """Those not taken back nor held, of people who are here or left them."""
        return self.filter(whose_words_stand(), taken_back_at=None, hold=None)

    def held(self) -> Self:
        """Those that wait for a host to look, not taken back, of people who are here or left them."""
        return self.filter(whose_words_stand(), hold__isnull=False, taken_back_at=None)

    def get_or_404(self, **which: object) -> Reply:
        """The one, or Http404."""
        found = self.select_related("membership", "share__group__closing", "share__membership")
        one = found.filter(**which).first()
        if one is None:
            raise Http404
        return one


class Reply(models.Model):
    """Whoever sees the share sees it, but for those kept apart from its writer."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = coded(models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False))
    share = models.ForeignKey(Share, on_delete=models.CASCADE, related_name="replies")
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="replies")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="replies")
    words = Sealed(by="person", within="group", max_length=MOST_WORDS)
    posted_at = models.DateTimeField(default=now)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    objects = ReplyQuerySet.as_manager()

    class Meta:
        ordering = ["posted_at", "id"]
        indexes = [models.Index(fields=["share", "posted_at", "id"], name="reply_in_order")]

    def __str__(self) -> str:
        return "reply"

    @property
    def has_nobody(self) -> bool:
        """As that of a share; below a share of their own without a name, a writer has none here either."""
        below_own = self.person_id == self.share.person_id and self.share.named != Named.ALIAS
        return self.membership.is_former and not below_own

    @property
    def is_held(self) -> bool:
        """True while it waits for a host to look."""
        return hasattr(self, "hold")


class Response(models.Model):
    """A response: no words, and no number that anybody but the writer of the share sees."""

    class Kind(models.TextChoices):
        """Small and kind; there is no other."""

        HEAR = "hear", _("I hear you")
        WITH_YOU = "with", _("With you")
        ME_TOO = "me-too", _("Me too")
        THANKS = "thanks", _("Thank you")
        PROUD = "proud", _("Proud of you")

    share = models.ForeignKey(Share, on_delete=models.CASCADE, related_name="responses")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="share_responses")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="share_responses")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["share", "person", "kind"], name="one_share_response_a_kind"),
            models.CheckConstraint(
                condition=Q(kind__in=["hear", "with", "me-too", "thanks", "proud"]),
                name="share_response_kind",
            ),
        ]

    def __str__(self) -> str:
        return self.kind

    @classmethod
    def signs(cls) -> tuple[tuple[str, str], ...]:
        """Each kind and what it says to the reader, put into words once for a whole page."""
        return tuple((str(kind), str(kind.label)) for kind in cls.Kind)
