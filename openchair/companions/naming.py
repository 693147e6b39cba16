"""By which names companions know each other: those of the group they share."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from openchair.companions.models import Companionship
from openchair.companions.words import called_in_words
from openchair.groups.models import Membership
from openchair.groups.models.membership import MembershipQuerySet
from openchair.kit.prepared import prepared
from openchair.people.models import Person


@dataclass(frozen=True, slots=True)
class Beside:
    """A companionship as one of the two sees it: the name of the other, and what they call it."""

    companionship: Companionship
    name: str
    called: str

    @property
    def public_id(self) -> str:
        """Its name in an address."""
        return self.companionship.public_id

    @property
    def where(self) -> str:
        """The group they share."""
        return self.companionship.group.name


def beside(person: Person, found: Iterable[Companionship]) -> list[Beside]:
    """Each with the other's name, for one question to the database."""
    rows = list(found)
    groups, people = {one.group_id for one in rows}, {one.other_id(person) for one in rows}
    members = Membership.objects.filter(group__in=groups, person__in=people)
    names = {(one.group_id, one.person_id): one.alias for one in members}
    return [
        Beside(one, names.get((one.group_id, one.other_id(person)), ""), called_in_words(one.called))
        for one in rows
    ]


def name_of_other(companionship: Companionship, person: Person) -> str:
    """The name of the one beside this person."""
    there = _members(companionship.group_id, companionship.other_id(person))
    return next((one.alias for one in there), "")


@prepared
def _members(group: UUID, person: UUID) -> MembershipQuerySet:
    return Membership.objects.filter(group=group, person=person)
