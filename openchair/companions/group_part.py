"""The way from a group's page to companions in it."""

from dataclasses import dataclass

from openchair.groups.models import Group
from openchair.groups.policy import membership_in
from openchair.people.requests import Request


@dataclass(frozen=True, slots=True)
class InGroup:
    """One row, for members."""

    template: str = "companions/_in_group.html"


def companions_in(request: Request, group: Group) -> InGroup | None:
    """Nothing for outsiders: who offers is seen by members alone."""
    return InGroup() if membership_in(group, request.visitor) else None
