"""Who may do what in a meeting that is open for days."""

from __future__ import annotations

from openchair.gatherings.models import Gathering, Role
from openchair.groups.models import Group
from openchair.groups.policy import is_host, is_member, membership_in
from openchair.kit.policy import Policy, rule
from openchair.people.models import Person
from openchair.shares.models import Hold, Share
from openchair.shares.policy import Words, stands, wrote_it

Who = Person | None


@rule
def belongs(who: Who, gathering: Gathering) -> bool:
    """Is in the group of the meeting."""
    return membership_in(gathering.group, who) is not None


@rule
def hosts_it(who: Who, gathering: Gathering) -> bool:
    """Runs the group of the meeting: with nobody in the chair, the hosts have it."""
    mine = membership_in(gathering.group, who)
    return mine is not None and mine.is_host


@rule
def has_the_chair(who: Who, gathering: Gathering) -> bool:
    """Chairs this meeting, and is in the group."""
    return _serves(who, gathering, Role.Part.CHAIR)


@rule
def greets(who: Who, gathering: Gathering) -> bool:
    """Welcomes people in this meeting, and is in the group."""
    return _serves(who, gathering, Role.Part.GREETER)


@rule
def was_said_in_a_meeting(who: Who, share: Words) -> bool:  # noqa: ARG001 - a rule asks about both
    """Is a turn of a meeting that is open for days."""
    return isinstance(share, Share) and hasattr(share, "turn")


@rule
def is_still_open(who: Who, share: Words) -> bool:  # noqa: ARG001
    """The meeting in which it was said has not closed."""
    return isinstance(share, Share) and hasattr(share, "turn") and not share.turn.gathering.is_over


@rule
def waits_for_a_look(who: Who, share: Words) -> bool:  # noqa: ARG001
    """Is held until a host has looked, so that its writer can mend it after the end too."""
    return isinstance(share, Share) and Hold.objects.filter(share=share).exists()


@rule
def is_not_over(who: Who, gathering: Gathering) -> bool:  # noqa: ARG001
    """The meeting has not closed: whoever chairs it does so until then."""
    return not gathering.is_over


GROUP_POLICY: Policy[Who, Group] = Policy({"gathering.list": [is_member], "gathering.open": [is_host]})

POLICY: Policy[Who, Gathering] = Policy(
    {
        "gathering.read": [belongs],
        "gathering.write": [belongs],
        "gathering.serve": [belongs],
        "gathering.run": [has_the_chair, hosts_it],
        "gathering.put_right": [hosts_it, has_the_chair & is_not_over],
        "gathering.greet": [has_the_chair, hosts_it, greets],
    }
)

TURN_POLICY: Policy[Who, Words] = Policy(
    {
        "turn.change": [
            wrote_it & stands & is_still_open,
            wrote_it & stands & was_said_in_a_meeting & waits_for_a_look,
        ]
    }
)


def door(who: Who, act: str, gathering_id: str) -> Gathering:
    """The meeting of this public id, for this act. Raises Http404 when it is not there for them."""
    gathering = Gathering.objects.get_or_404(public_id=gathering_id)
    gathering.group.known = {}
    POLICY.require(who, act, gathering)
    return gathering


def turn_of(share_id: str) -> Share:
    """The turn of this public id, whoever asks. Raises Http404."""
    share = Share.objects.select_related("turn__gathering").get_or_404(public_id=share_id)
    share.group.known = {}
    return share


def _serves(who: Who, gathering: Gathering, part: str) -> bool:
    mine = membership_in(gathering.group, who)
    held = Role.objects.held().filter(gathering=gathering, part=part)
    return mine is not None and held.filter(membership=mine).exists()
