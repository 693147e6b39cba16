"""The way from a group's page to its meetings that are open for days. It asks nothing more."""

from dataclasses import dataclass

from openchair.groups.models import Group, Membership
from openchair.groups.policy import membership_in
from openchair.people.requests import Request


@dataclass(frozen=True, slots=True)
class InGroup:
    """For members: take part. For hosts, also open one."""

    me: Membership
    template: str = "gatherings/_in_group.html"


def gatherings_in(request: Request, group: Group) -> InGroup | None:
    """Nothing for outsiders."""
    mine = membership_in(group, request.visitor)
    return InGroup(mine) if mine else None
