"""A group: what it is for, how it talks, and how one comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from openchair.kit import ids
from openchair.kit.clock import now
from openchair.people.models import Person
from openchair.vault.fields import ITSELF, Sealed
from openchair.vault.queryset import SealedQuerySet
from openchair.vault.rules import coded

if TYPE_CHECKING:
    from openchair.groups.models.agreement import Agreement
    from openchair.groups.models.membership import Membership


class GroupQuerySet(SealedQuerySet["Group"]):
    """The groups somebody may know of."""

    def of(self, person: Person | UUID | None) -> Self:
        """The groups this person belongs to."""
        if person is None:
            return self.none()
        return self.filter(memberships__person=person, memberships__departure=None, closing=None)

    def listed(self) -> Self:
        """Groups that their hosts chose to show to everyone."""
        return self.filter(listed=True, closing=None)

    def visible_to(self, person: Person | None) -> Self:
        """Listed groups and one's own; for everyone else a group does not exist."""
        mine = Group.objects.of(person).values("pk")
        return self.filter(models.Q(listed=True, closing=None) | models.Q(pk__in=mine))

    def get_or_404(self, **which: object) -> Group:
        """The one, or Http404."""
        found = self.filter(**which).first()
        if found is None:
            raise Http404
        return found


class Group(models.Model):
    """A group declares its norms; the software takes no side."""

    class Goal(models.TextChoices):
        """The group's stance on goals."""

        ANY = "any", _("Any goal is welcome")
        ABSTINENCE = "abstinence", _("We support abstinence")
        REDUCTION = "reduction", _("We support cutting down")
        SAFER = "safer", _("We support safer use")

    class Approach(models.TextChoices):
        """The kind of group it is."""

        OPEN = "open", _("No set programme")
        STEPS = "steps", _("Twelve steps")
        TOOLS = "tools", _("Tools and skills")
        MINDFUL = "mindful", _("Mindfulness")
        SECULAR = "secular", _("Secular")
        FAITH = "faith", _("Faith-based")

    class Crosstalk(models.TextChoices):
        """Whether people answer each other."""

        NONE = "none", _("We listen and do not answer each other")
        AFTER = "after", _("We answer after the sharing")
        WELCOME = "welcome", _("Conversation is welcome")

    class Audience(models.TextChoices):
        """Who it is for."""

        ANYONE = "anyone", _("Anyone who wants to change something")
        NEWCOMERS = "newcomers", _("People who are new")
        WOMEN = "women", _("Women")
        MEN = "men", _("Men")
        LGBTQ = "lgbtq", _("LGBTQ+ people")
        YOUNG = "young", _("Young people")
        FAMILIES = "families", _("Families and friends")

    class Joining(models.TextChoices):
        """How one comes in."""

        OPEN = "open", _("Open door: anyone may join")
        ASK = "ask", _("People ask, and a host answers")
        INVITED = "invited", _("By invitation only")

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = coded(models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False))
    # Sealed in every group, though a listed one shows them: who lists a group can take it back.
    name = Sealed(by=ITSELF, kind="group", max_length=60)
    purpose = Sealed(by=ITSELF, kind="group", max_length=600, blank=True)
    focus = Sealed(by=ITSELF, kind="group", max_length=60)
    approach = models.CharField(max_length=10, choices=Approach.choices, default=Approach.OPEN)
    goal = models.CharField(max_length=10, choices=Goal.choices, default=Goal.ANY)
    crosstalk = models.CharField(max_length=10, choices=Crosstalk.choices, default=Crosstalk.NONE)
    audience = models.CharField(max_length=10, choices=Audience.choices, default=Audience.ANYONE)
    language = coded(models.CharField(max_length=10, default="en"))
    listed = models.BooleanField(default=False)
    joining = models.CharField(max_length=10, choices=Joining.choices, default=Joining.ASK)
    # People who are signed in but not members may come to its meetings under a name for that day.
    guests = models.BooleanField(default=False)
    began_at = models.DateTimeField(default=now)

    # Who asked for this group, while one visit lasts: see `policy.membership_in`.
    known: dict[UUID, Membership | None] | None = None

    objects = GroupQuerySet.as_manager()

    class Meta:
        ordering = ["began_at", "pk"]

    def __str__(self) -> str:
        return "group"

    @property
    def is_closed(self) -> bool:
        """True once a host closed it."""
        return hasattr(self, "closing")

    @property
    def agreement(self) -> Agreement:
        """The agreement as it stands; every group has one from its founding on."""
        return self.agreements.latest("version")
