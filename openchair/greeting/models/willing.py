"""That somebody would like to help, with what, and what they were asked."""

from __future__ import annotations

from datetime import timedelta
from typing import Final, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from openchair.groups.models import Membership
from openchair.kit.clock import now
from openchair.shares.models import Share
from openchair.vault.rules import coded

MOST: Final = 5  # asks a week, that somebody may choose
A_WEEK: Final = timedelta(days=7)
KEPT: Final = timedelta(days=14)


class WillingQuerySet(models.QuerySet["Willing"]):
    """Those who would help."""

    def here(self) -> Self:
        """In groups that stand, of people who have not left."""
        return self.filter(membership__departure=None, membership__group__closing=None)

    def asked(self) -> Self:
        """Those who may be asked to answer."""
        return self.filter(most__gt=0)


class Small(models.TextChoices):
    """Something small that anybody can do."""

    HELLO = "hello", _("Say hello to one person")
    READ = "read", _("Read a paragraph")
    TIME = "time", _("Keep time")
    TOPIC = "topic", _("Choose the topic")


class Willing(models.Model):
    """Without a row nobody is asked for anything; that there is none is shown to nobody."""

    membership = models.OneToOneField(Membership, on_delete=models.CASCADE, related_name="willing")
    most = models.PositiveSmallIntegerField()  # asks a week at most
    likes = coded(models.CharField(max_length=40, blank=True, default=""))  # of `Small`, a space between
    since = models.DateTimeField(default=now)

    objects = WillingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(most__lte=MOST) & (Q(most__gte=1) | ~Q(likes="")), name="willing_most"
            )
        ]

    def __str__(self) -> str:
        return "willing"

    @property
    def small(self) -> list[Small]:
        """The small things this member said they would like; none is any."""
        chosen = self.likes.split()
        return [one for one in Small if one in chosen]


class Ask(models.Model):
    """A share that was offered to somebody, so that they are not asked more often than they said."""

    willing = models.ForeignKey(Willing, on_delete=models.CASCADE, related_name="asks")
    share = models.ForeignKey(Share, on_delete=models.CASCADE, related_name="asks")
    at = models.DateTimeField(default=now, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["willing", "share"], name="asked_once")]

    def __str__(self) -> str:
        return "ask"
