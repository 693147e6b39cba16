"""On a group's page, for whoever was chosen: who wanted them to know that something happened."""

from dataclasses import dataclass

from openchair.days.confiding import those_who_told
from openchair.groups.models import Group
from openchair.groups.policy import membership_in
from openchair.people.requests import Request


@dataclass(frozen=True, slots=True)
class ToldHere:
    """Their names."""

    names: list[str]
    template: str = "days/_told_here.html"


def told_in(request: Request, group: Group) -> ToldHere | None:
    """Nothing for everybody who was not chosen."""
    mine = membership_in(group, request.visitor)
    names = those_who_told(group, mine) if mine else []
    return ToldHere(names) if names else None
