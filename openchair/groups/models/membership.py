"""Belonging to a group, under a name chosen for it alone."""

from datetime import timedelta
from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from openchair.groups.models.alias_key import alias_key
from openchair.groups.models.group import Group
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.people.models import Person
from openchair.vault.blind import Blind
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet
from openchair.vault.rules import coded

ALIAS_LENGTH = 30
REASON_LENGTH = 300
COME_BACK_WITHIN = timedelta(days=30)
REMOVAL_KEPT = timedelta(days=365)


def whose_words_stand() -> Q:
    """Within a question: rows whose `membership` is here, or went and left its words to the group."""
    return Q(membership__departure=None) | Q(membership__is_former=True)


class MembershipQuerySet(SealedQuerySet["Membership"]):
    """Memberships by what they are now."""

    def current(self) -> Self:
        """Those who have not left."""
        return self.filter(departure=None)

    def of(self, person: Person | UUID) -> Self:
        """Where this person belongs now, in groups that stand."""
        return self.current().filter(person=person, group__closing=None)

    def hosts(self) -> Self:
        """Those who run the group."""
        return self.current().filter(hosting__isnull=False)

    def with_standing(self) -> Self:
        """With what `is_host` and `has_left` look at, so that a list asks the database once."""
        return self.select_related("hosting", "departure", "succession")

    def apart(self, people: set[UUID]) -> Self:
        """Without the memberships of these people."""
        return self.exclude(person__in=people) if people else self.all()

    def get_or_404(self, **which: object) -> "Membership":
        """The one, or Http404."""
        found = self.filter(**which).first()
        if found is None:
            raise Http404
        return found


class Membership(models.Model):
    """Public ids belong to the membership, so that no page links one person across groups."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = coded(models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False))
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    alias = Sealed(by="person", within="group", max_length=ALIAS_LENGTH, gone=_("Someone who left"))
    # A name that looks like another's is that other's. Names of people who left stay theirs for thirty days,
    # and of former members as long as there are words of theirs: nobody else is taken for them.
    alias_key = Blind(of="alias", within="group", alike=alias_key)
    joined_at = models.DateTimeField(default=now)
    # The account is closed, and what was written stays without a name. Beside it a departure stands.
    is_former = models.BooleanField(default=False)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "person"], name="one_membership_each"),
            models.UniqueConstraint(fields=["group", "alias_key"], name="one_alias_each"),
        ]

    def __str__(self) -> str:
        return "membership"

    @classmethod
    def key_of(cls, alias: str, group: Group) -> str:
        """By this the name is found in the group, with every name that looks like it."""
        field = cls._meta.get_field("alias_key")
        return field.key(alias, group.pk) if isinstance(field, Blind) else ""

    @property
    def called(self) -> str:
        """The name at what they wrote."""
        return gettext("A former member") if self.is_former else self.alias

    @property
    def is_host(self) -> bool:
        """True while a hosting record stands and the person is here."""
        return hasattr(self, "hosting") and not self.has_left

    @property
    def hosts_for_now(self) -> bool:
        """True while they look after the group because its last host went, and nobody asked them before."""
        return self.is_host and hasattr(self, "succession")

    @property
    def has_left(self) -> bool:
        """True after leaving or being removed."""
        return hasattr(self, "departure")

    @property
    def words_stand(self) -> bool:
        """As `whose_words_stand`, of this one."""
        return self.is_former or not self.has_left


class Hosting(models.Model):
    """This member runs the group."""

    membership = models.OneToOneField(Membership, on_delete=models.CASCADE, related_name="hosting")
    since = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return "hosting"


class DepartureQuerySet(models.QuerySet["Departure"]):
    """Departures by how they came about."""

    def own(self) -> Self:
        """People who left by themselves."""
        return self.filter(removal=None)

    def removed(self) -> Self:
        """People whom a host removed."""
        return self.filter(removal__isnull=False)


class Departure(models.Model):
    """This member left; for thirty days they can come back as they were."""

    membership = models.OneToOneField(Membership, on_delete=models.CASCADE, related_name="departure")
    at = models.DateTimeField(default=now)

    objects = DepartureQuerySet.as_manager()

    def __str__(self) -> str:
        return "departure"

    @property
    def was_removed(self) -> bool:
        """True when a host ended the membership."""
        return hasattr(self, "removal")


class RemovalQuerySet(SealedQuerySet["Removal"]):
    """Removals of somebody."""

    def of(self, person: Person | None) -> Self:
        """Those that keep this person out."""
        return self.filter(departure__membership__person=person) if person else self.none()


class Removal(models.Model):
    """A departure that a host decided, and why. The person is told the reason and may ask to come back."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    departure = models.OneToOneField(Departure, on_delete=models.CASCADE, related_name="removal")
    by = models.ForeignKey(Membership, null=True, on_delete=models.SET_NULL, related_name="removals")
    # The group's own words: the person they are for can read them however long their writer stays.
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+")
    reason = Sealed(by="group", max_length=REASON_LENGTH)

    objects = RemovalQuerySet.as_manager()

    def __str__(self) -> str:
        return "removal"
