"""Who may do what in a group: a table to be read aloud, and voted on."""

from uuid import UUID

from django.http import Http404

from openchair.groups.models import Departure, Group, Membership, Removal
from openchair.groups.models.group import GroupQuerySet
from openchair.groups.models.membership import MembershipQuerySet
from openchair.kit.policy import Policy, rule
from openchair.kit.prepared import prepared
from openchair.people.models import Person

Who = Person | None


@rule
def is_member(who: Who, group: Group) -> bool:
    """Belongs to the group now."""
    return membership_in(group, who) is not None


@rule
def is_host(who: Who, group: Group) -> bool:
    """Runs the group now."""
    mine = membership_in(group, who)
    return mine is not None and mine.is_host


@rule
def is_listed(who: Who, group: Group) -> bool:  # noqa: ARG001 - a rule asks about both
    """The hosts chose to show the group to everyone, and it stands."""
    return group.listed and not group.is_closed


@rule
def has_a_door(who: Who, group: Group) -> bool:  # noqa: ARG001 - a rule asks about both
    """One may join by oneself, or ask to."""
    return group.joining != Group.Joining.INVITED


@rule
def stands(who: Who, group: Group) -> bool:  # noqa: ARG001 - a rule asks about both
    """Was not closed: a closed group is out of everybody's sight but its hosts'."""
    return not group.is_closed


@rule
def was_removed(who: Who, group: Group) -> bool:
    """A host ended this person's membership; they may ask to come back."""
    return Removal.objects.of(who).filter(departure__membership__group=group).exists()


@rule
def has_left(who: Who, group: Group) -> bool:
    """Left by themselves, and may come back as they were."""
    return Departure.objects.own().filter(membership__group=group, membership__person=who).exists()


@rule
def has_closed(who: Who, group: Group) -> bool:
    """Is a host of a group that was closed, and may open it again."""
    return group.is_closed and Membership.objects.hosts().filter(group=group, person=who).exists()


POLICY: Policy[Who, Group] = Policy(
    {
        "group.read": [is_member, is_listed],
        "group.join": [is_listed & has_a_door, was_removed & stands],
        "group.leave": [is_member],
        "group.return": [has_left & stands],
        "group.edit": [is_host],
        "group.close": [is_host],
        "group.reopen": [has_closed],
        "agreement.read": [is_member],
        "alias.change": [is_member],
        "member.list": [is_member],
        "member.remove": [is_host],
        "request.answer": [is_host],
        "invitation.make": [is_host],
        "hosting.give": [is_host],
        "hosting.lay_down": [is_host],
    }
)


def door(who: Who, act: str, group_id: str) -> Group:
    """The group of this public id, for this act. Raises Http404 when it is not there for this person."""
    group = group_of(group_id)
    POLICY.require(who, act, group)
    return group


def group_of(group_id: str) -> Group:
    """The group; whoever asks for it is looked up in it once. Raises Http404."""
    group = next(iter(_by_id(group_id)), None)
    if group is None:
        raise Http404
    group.known = {}
    return group


def membership_in(group: Group, person: Who) -> Membership | None:
    """The person's own membership, with their hosting; None for whoever is not in the group."""
    if person is None or group.is_closed:
        return None
    if group.known is None:
        return _look_up(group, person)
    # One visit asks many times: its rules, its view, its parts. The group of one visit is gone with it.
    if person.pk not in group.known:
        group.known[person.pk] = _look_up(group, person)
    return group.known[person.pk]


def mine_in(group: Group, person: Person) -> Membership:
    """The person's own membership. Raises Http404 for whoever is not in the group."""
    mine = membership_in(group, person)
    if mine is None:
        raise Http404
    return mine


def _look_up(group: Group, person: Person) -> Membership | None:
    return next(iter(_current(group.pk, person.pk)), None)


@prepared
def _by_id(group_id: str) -> GroupQuerySet:
    return Group.objects.select_related("closing").filter(public_id=group_id)


@prepared
def _current(group: UUID, person: UUID) -> MembershipQuerySet:
    return Membership.objects.current().with_standing().filter(group=group, person=person)
