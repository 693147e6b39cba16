"""Who sees what waits, and who settles who welcomes people."""

from __future__ import annotations

from openchair.greeting.models import Greeter, Taking
from openchair.groups.models import Group
from openchair.groups.policy import is_host, is_member, membership_in
from openchair.kit.clock import now
from openchair.kit.policy import Policy, rule
from openchair.people.models import Person
from openchair.shares.models import Share
from openchair.shares.seeing import reader_in, waiting_for

Who = Person | None


@rule
def is_greeter(who: Who, group: Group) -> bool:
    """Welcomes people in the group: they and a host said yes."""
    mine = membership_in(group, who)
    return mine is not None and Greeter.objects.standing().filter(membership=mine).exists()


@rule
def sees_the_queue(who: Who, share: Share) -> bool:
    """Hosts the group of the share, or welcomes people there."""
    return is_host(who, share.group) or is_greeter(who, share.group)


@rule
def it_waits_for_them(who: Who, share: Share) -> bool:
    """Sees the share, which is another's, and as far as they can tell nobody has answered it."""
    reader = reader_in(share.group, who)
    return reader is not None and waiting_for(reader).filter(pk=share.pk).exists()


@rule
def took_it_on(who: Who, share: Share) -> bool:
    """Said that they would answer it, half an hour ago at most, and is in the group."""
    mine = membership_in(share.group, who)
    return mine is not None and Taking.objects.alive(now()).filter(share=share, membership=mine).exists()


GROUP_POLICY: Policy[Who, Group] = Policy(
    {
        "queue.read": [is_host, is_greeter],
        "greeters.choose": [is_host],
        "patience.set": [is_host],
        "help.choose": [is_member],
    }
)

POLICY: Policy[Who, Share] = Policy(
    {
        "share.take_on": [sees_the_queue & it_waits_for_them],
        "share.let_go": [took_it_on],
    }
)


def door(who: Who, act: str, share_id: str) -> Share:
    """The share of this public id, for this act. Raises Http404 when it is not there for them."""
    share = Share.objects.get_or_404(public_id=share_id)
    share.group.known = {}
    POLICY.require(who, act, share)
    return share
