"""Who says what counts of theirs, and who sees the sheet of the birthday night."""

from __future__ import annotations

from openchair.groups.models import Group
from openchair.groups.policy import group_of, is_host, is_member
from openchair.kit.policy import Policy, rule
from openchair.people.models import Person
from openchair.together.models import SheetHolder

Who = Person | None


@rule
def holds_the_sheet(who: Who, group: Group) -> bool:
    """Is in the group, and a host gave them the sheet."""
    return is_member(who, group) and SheetHolder.objects.filter(group=group, person=who).exists()


GROUP_POLICY: Policy[Who, Group] = Policy(
    {
        "numbers.read": [is_member],
        "around.read": [is_member],
        "yes.say": [is_member],
        "sheet.read": [is_host, holds_the_sheet],
        "sheet.give": [is_host],
    }
)


def door(who: Who, act: str, group_id: str) -> Group:
    """The group of this public id, for this act. Raises Http404 when it is not there for this person."""
    group = group_of(group_id)
    GROUP_POLICY.require(who, act, group)
    return group
