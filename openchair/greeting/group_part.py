"""On a group's page: who waits, for those who welcome people; and for everybody how soon answers come."""

from dataclasses import dataclass

from openchair.greeting.models import Greeter
from openchair.greeting.pace import usual_time
from openchair.groups.models import Group, Membership
from openchair.groups.newcomers import is_in_first_week
from openchair.groups.policy import membership_in
from openchair.people.requests import Request


@dataclass(frozen=True, slots=True)
class InGroup:
    """`sees`: is the queue for them? Its page says how many wait, and how soon answers come.

    `is_first_week`: something small that they could do is mentioned.
    """

    me: Membership
    usually: str
    sees: bool
    is_first_week: bool
    template: str = "greeting/_in_group.html"


def greeting_in(request: Request, group: Group) -> InGroup | None:
    """Nothing for outsiders."""
    mine = membership_in(group, request.visitor)
    if mine is None or request.visitor is None:
        return None
    sees = mine.is_host or Greeter.objects.standing().filter(membership=mine).exists()
    return InGroup(mine, "" if sees else usual_time(group), sees, is_in_first_week(mine))
