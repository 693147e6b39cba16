"""Who sees when somebody is here, and what those say who welcome people."""

from __future__ import annotations

from openchair.greeting.policy import is_greeter
from openchair.groups.models import Group, Membership
from openchair.groups.policy import group_of, is_host, mine_in
from openchair.kit.policy import Policy
from openchair.people.models import Person
from openchair.people.requests import Request

GROUP_POLICY: Policy[Person | None, Group] = Policy({"roster.use": [is_host, is_greeter]})


def door(request: Request, act: str, group_id: str) -> Membership:
    """The membership of whoever asks, in a group where they may do `act`; else Http404."""
    group = group_of(group_id)
    GROUP_POLICY.require(request.person, act, group)
    me = mine_in(group, request.person)
    me.group, me.person = group, request.person
    return me
