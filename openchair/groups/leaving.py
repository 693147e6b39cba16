"""Going: by oneself, with a way back; by the hosts' decision, with a reason."""

from datetime import datetime

from django.db import transaction

from openchair.groups import streams
from openchair.groups.hosting import somebody_else_hosts
from openchair.groups.inviting import revoke_all_of
from openchair.groups.models import (
    Closing,
    Departure,
    Group,
    Hosting,
    Invitation,
    JoinRequest,
    Membership,
    Removal,
)
from openchair.groups.models.closing import REOPEN_WITHIN
from openchair.groups.models.join_request import ASK_AGAIN_AFTER
from openchair.groups.models.membership import COME_BACK_WITHIN, REMOVAL_KEPT
from openchair.vault.opened import destroy


class IsHost(Exception):
    """A host is not removed by another; they lay hosting down first."""


def leave(*, membership: Membership) -> None:
    """Leave at once; for 30 days everything is as it was on coming back. Raises LastHost."""
    with transaction.atomic():
        somebody_else_hosts(membership)
        Departure.objects.get_or_create(membership=membership)
        revoke_all_of(membership=membership)
        streams.membership_ended(membership)


def come_back(*, membership: Membership) -> None:
    """Undo one's own leaving. A removal is not undone this way."""
    Departure.objects.own().filter(membership=membership).delete()


def remove(*, membership: Membership, by: Membership, reason: str) -> None:
    """A host ends a membership; the person reads the reason. Raises IsHost for a host.

    Of somebody who closed the account meanwhile nothing is left to end.
    """
    with transaction.atomic():
        if Membership.objects.select_for_update().filter(pk=membership.pk, is_former=True).exists():
            return
        if Hosting.objects.filter(membership=membership).exists():
            raise IsHost
        departure, _new = Departure.objects.get_or_create(membership=membership)
        said = {"by": by, "group": membership.group, "reason": reason}
        Removal.objects.get_or_create(departure=departure, defaults=said)
        revoke_all_of(membership=membership)
        streams.membership_ended(membership)


def readmit(*, membership: Membership) -> None:
    """A host takes a removal back; the person is in the group as before."""
    Departure.objects.removed().filter(membership=membership).delete()


def close(*, group: Group, by: Membership) -> None:
    """End the group: it is out of sight at once and gone after 30 days, unless a host opens it again."""
    Closing.objects.get_or_create(group=group, defaults={"by": by})


def reopen(*, group: Group) -> None:
    """Open a closed group again, as it was."""
    Closing.objects.filter(group=group).delete()


def forget_departed(moment: datetime) -> None:
    """Delete what has had its time: see `how_long` in privacy.py. Groups closed for 30 days go whole.

    Former members stay, without a name, as long as words of theirs do.
    """
    gone = Departure.objects.own().filter(at__lt=moment - COME_BACK_WITHIN, membership__is_former=False)
    Membership.objects.filter(departure__in=gone).delete()
    long_ago = Departure.objects.removed().filter(at__lt=moment - REMOVAL_KEPT)
    Membership.objects.filter(departure__in=long_ago).delete()
    ended = list(Group.objects.filter(closing__at__lt=moment - REOPEN_WITHIN).values_list("pk", flat=True))
    Group.objects.filter(pk__in=ended).delete()
    destroy(ended)
    Invitation.objects.filter(expires_at__lt=moment).delete()
    JoinRequest.objects.filter(declined_at__lt=moment - ASK_AGAIN_AFTER).delete()
