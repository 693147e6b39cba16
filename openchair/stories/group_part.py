"""The way from a group's page to its stories."""

from dataclasses import dataclass

from openchair.groups.models import Group, Membership
from openchair.groups.policy import membership_in
from openchair.people.requests import Request


@dataclass(frozen=True, slots=True)
class InGroup:
    """For members: read, or write one's own."""

    me: Membership
    template: str = "stories/_in_group.html"


def stories_in(request: Request, group: Group) -> InGroup | None:
    """Nothing for outsiders."""
    mine = membership_in(group, request.visitor)
    return InGroup(mine) if mine else None
