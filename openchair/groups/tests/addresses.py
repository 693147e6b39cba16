"""Every address of a group, with the people it is for. A new address without a line here fails a test."""

from dataclasses import dataclass
from typing import NamedTuple

from openchair.groups.joining import ask
from openchair.groups.models import Group, Membership
from tests import recipes
from tests.cast import Cast


class Address(NamedTuple):
    """The name of a URL, how it is asked, and from whom on it answers: open, member or host."""

    name: str
    method: str
    door: str


ADDRESSES = (
    Address("group", "get", "listed"),
    Address("group-join", "get", "listed"),
    Address("group-join", "post", "listed"),
    Address("group-join-withdrawal", "post", "listed"),
    Address("group-people", "get", "member"),
    Address("group-alias", "get", "member"),
    Address("group-alias", "post", "member"),
    Address("group-agreement", "get", "member"),
    Address("group-agreement", "post", "member"),
    Address("group-departure", "post", "member"),
    Address("group-return", "post", "left"),
    Address("group-edit", "get", "host"),
    Address("group-edit", "post", "host"),
    Address("group-removal", "get", "host"),
    Address("group-removal", "post", "host"),
    Address("group-readmission", "post", "host"),
    Address("group-hosts", "get", "host"),
    Address("group-hosts", "post", "host"),
    Address("group-hosts-resignation", "post", "host"),
    Address("group-succession", "post", "host"),
    Address("group-requests", "get", "host"),
    Address("group-request-acceptance", "post", "host"),
    Address("group-request-refusal", "post", "host"),
    Address("group-invitations", "get", "host"),
    Address("group-invitations", "post", "host"),
    Address("group-revocation", "post", "host"),
    Address("group-closing", "get", "host"),
    Address("group-closing", "post", "host"),
    Address("group-reopening", "post", "closed"),
)


@dataclass(frozen=True, slots=True)
class Scene:
    """The cast's group with something at every address of it."""

    group: Group
    things: dict[str, list[str]]  # the public ids that an address needs beside the group's


def scene(cast: Cast) -> Scene:
    """Somebody to remove, one removed, a request, an invitation: a 404 is then the door's, not an absence."""
    group = cast.harbour
    chidi = group.memberships.get(person=cast.chidi)
    asked = ask(person=recipes.person("farah"), group=group, alias="Farah")
    made, _token = recipes.invitation(group)
    things = {
        "group-removal": [chidi.public_id],
        "group-readmission": [_removed(group).public_id],
        "group-request-acceptance": [asked.public_id],
        "group-request-refusal": [asked.public_id],
        "group-revocation": [made.public_id],
    }
    return Scene(group, things)


def _removed(group: Group) -> Membership:
    gone = recipes.member(group, recipes.person("gale"), "Gale")
    recipes.remove(gone, reason="You recorded a meeting.")
    return gone
