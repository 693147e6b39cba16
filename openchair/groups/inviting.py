"""Invitation links: made, shown once, taken back."""

from openchair.groups.models import Group, Invitation, Membership
from openchair.kit.clock import now


def invite(*, group: Group, by: Membership) -> tuple[Invitation, str]:
    """A new invitation and its token, which is told once and never stored."""
    return Invitation.make(group, by)


def revoke(*, invitation: Invitation) -> None:
    """From now on it lets nobody in. Who came by it stays."""
    Invitation.objects.filter(pk=invitation.pk, revoked_at=None).update(revoked_at=now())
