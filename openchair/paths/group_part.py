"""The way from a group's page to what its people celebrate, and to its sets of milestones."""

from dataclasses import dataclass

from openchair.groups.models import Group
from openchair.groups.policy import membership_in
from openchair.people.requests import Request


@dataclass(frozen=True, slots=True)
class InGroup:
    """Two rows, for members."""

    template: str = "paths/_in_group.html"


def milestones_in(request: Request, group: Group) -> InGroup | None:
    """Nothing for outsiders."""
    return InGroup() if membership_in(group, request.visitor) else None
