"""The way from a group's page to its shares."""

from dataclasses import dataclass

from openchair.groups.models import Group, Membership
from openchair.groups.policy import membership_in
from openchair.people.requests import Request
from openchair.shares.seeing import held_for, reader_of


@dataclass(frozen=True, slots=True)
class InGroup:
    """For members: share something, or read. For hosts, also how the group shares."""

    me: Membership
    waiting: int = 0  # what this host has not looked at
    template: str = "shares/_in_group.html"


def shares_in(request: Request, group: Group) -> InGroup | None:
    """Nothing for outsiders."""
    mine = membership_in(group, request.visitor)
    if mine is None or request.visitor is None:
        return None
    if not mine.is_host:
        return InGroup(mine)
    return InGroup(mine, held_for(reader_of(request.visitor, [mine])).waiting().count())
