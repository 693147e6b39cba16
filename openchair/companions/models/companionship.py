"""Two members of one group who walk beside each other, because each of them said yes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Self
from uuid import UUID

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Greatest, Least
from django.http import Http404

from openchair.groups.models import Group, Membership
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.people.models import Block, Person
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet
from openchair.vault.rules import coded

ASK_STANDS: Final = timedelta(days=14)
CALLED_LENGTH: Final = 40


class CompanionshipQuerySet(SealedQuerySet["Companionship"]):
    """Companionships by what they are now."""

    def of(self, person: Person | UUID) -> Self:
        """Those with this person on one side."""
        return self.filter(Q(asker=person) | Q(asked=person))

    def between(self, group: Group, one: Person, other: Person) -> Self:
        """What there is between these two in this group, whoever asked."""
        return self.filter(group=group).of(one).of(other)

    def together(self, *, left_after: datetime | None = None) -> Self:
        """Those whose two sides are both in the group now, with no block between them.

        `left_after`: whoever left later than that counts as still there, and so does a group that closed.
        """
        there, is_open = Q(departure=None), Q(group__closing=None)
        if left_after:
            there |= Q(departure__at__gt=left_after)
            is_open |= Q(group__closing__at__gt=left_after)
        here = Membership.objects.filter(there, group=OuterRef("group"))
        apart = Block.objects.filter(
            Q(person=OuterRef("asker"), other=OuterRef("asked"))
            | Q(person=OuterRef("asked"), other=OuterRef("asker"))
        )
        both = (Exists(here.filter(person=OuterRef(side))) for side in ("asker", "asked"))
        return self.filter(*both, ~Exists(apart), is_open)

    def standing(self) -> Self:
        """Those that both said yes to, and neither has ended."""
        return self.together().filter(accepted_at__isnull=False, ended_at=None)

    def waiting(self, moment: datetime) -> Self:
        """Asks that may still be answered."""
        young = self.filter(asked_at__gt=moment - ASK_STANDS)
        return young.together().filter(accepted_at=None, taken_back_at=None)

    def get_or_404(self, **which: object) -> Companionship:
        """The one, or Http404."""
        found = self.filter(**which).select_related("group__closing", "asker", "asked").first()
        if found is None:
            raise Http404
        return found


class Companionship(models.Model):
    """An ask, and what became of it. Its public id is its own, so that it names neither of the two.

    That an ask was set aside is for whoever set it aside alone: it looks to the asker as it did before.
    """

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = coded(models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False))
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="companionships")
    asker = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="companionships_asked_for")
    asked = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="companionships_offered")
    # What the two call it: a code of ours, or the asker's own word.
    called = Sealed(by="asker", within="group", max_length=CALLED_LENGTH)
    asked_at = models.DateTimeField(default=now)
    set_aside_at = models.DateTimeField(null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = CompanionshipQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                F("group"),
                Least("asker", "asked"),
                Greatest("asker", "asked"),
                name="one_companionship_a_pair",
            ),
            models.CheckConstraint(condition=~Q(asker=F("asked")), name="nobody_is_their_own_companion"),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(taken_back_at=None), name="accepted_is_not_taken_back"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(accepted_at__isnull=False), name="only_a_companionship_ends"
            ),
        ]

    def __str__(self) -> str:
        return "companionship"

    def other(self, person: Person) -> Person:
        """The one on the other side."""
        return self.asked if self.asker_id == person.pk else self.asker

    def other_id(self, person: Person) -> UUID:
        """Their key, without asking the database for them."""
        return self.asked_id if self.asker_id == person.pk else self.asker_id

    @property
    def stands_until(self) -> datetime:
        """When an ask that nobody answered is over."""
        return self.asked_at + ASK_STANDS
