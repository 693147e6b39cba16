"""Small things for tests, made the way people make them: plain functions, each with one thing to say."""

from typing import Unpack

from openchair.groups.founding import Description, found_group
from openchair.groups.hosting import make_host
from openchair.groups.inviting import invite
from openchair.groups.joining import ask as ask_to_join
from openchair.groups.joining import join
from openchair.groups.leaving import remove as remove_member
from openchair.groups.models import Group, Invitation, JoinRequest, Membership
from openchair.people.models import Person

AGREEMENT = "We listen.\nWhat is said here stays here."


def person(handle: str) -> Person:
    """Somebody who cannot sign in by words; `signed_in_as` of the cast opens the door for them."""
    return Person.objects.create(handle=handle, passphrase="!")


def group(host: Person, *, alias: str = "", name: str = "Harbour", **told: Unpack[Description]) -> Group:
    """A group run by `host`, under `alias` or the handle: unlisted, and people ask to join, unless told."""
    alias = alias or host.handle
    return found_group(person=host, alias=alias, agreement=AGREEMENT, name=name, focus="Alcohol", **told)


def member(group: Group, person: Person, alias: str = "", *, host: bool = False) -> Membership:
    """`person` in the group, whatever its door; a host too when asked for."""
    membership = join(person=person, group=group, alias=alias or person.handle)
    if host:
        make_host(membership=membership)
    return membership


def member_of(group: Group, person: Person) -> Membership:
    """This person's membership, with the group in it."""
    return Membership.objects.select_related("group", "person").get(group=group, person=person)


def host_of(group: Group) -> Membership:
    """The host the group has had longest."""
    return Membership.objects.hosts().filter(group=group).order_by("hosting__since")[0]


def called(group: Group, alias: str) -> Membership:
    """Who goes by this name in the group, departed or not."""
    return next(one for one in group.memberships.all() if one.alias == alias)


def names_in(group: Group) -> list[str]:
    """The names of everybody in the group, departed or not, by the alphabet."""
    return sorted(one.alias for one in group.memberships.all())


def groups_called(name: str) -> list[Group]:
    """The groups of this name."""
    return [one for one in Group.objects.all() if one.name == name]


def invitation(group: Group, *, uses: int | None = None) -> tuple[Invitation, str]:
    """An invitation by the group's host, and its token."""
    made, told = invite(group=group, by=host_of(group))
    if uses is not None:
        Invitation.objects.filter(pk=made.pk).update(uses_left=uses)
    return made, told.token


def remove(membership: Membership, reason: str = "You wrote to people who asked you not to.") -> None:
    """A host ends this membership."""
    remove_member(membership=membership, by=host_of(membership.group), reason=reason)


def ask(group: Group, person: Person, alias: str = "", note: str = "") -> JoinRequest:
    """`person` asks the hosts of the group to let them in."""
    return ask_to_join(person=person, group=group, alias=alias or person.handle, note=note)
