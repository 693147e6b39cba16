"""Invitations: made, shown once, taken back."""

from openchair.groups.models import Group, Invitation, Membership
from openchair.groups.models.invitation import Told


def invite(*, group: Group, by: Membership) -> tuple[Invitation, Told]:
    """A new invitation, and its token and code, which are told once and never stored."""
    return Invitation.make(group, by)


def revoke(*, invitation: Invitation) -> None:
    """From now on it lets nobody in. Who came by it stays."""
    Invitation.objects.filter(pk=invitation.pk).take_back()


def revoke_all_of(*, membership: Membership) -> None:
    """Whoever no longer hosts lets nobody in: not by what they gave out before, nor after hosting again."""
    Invitation.objects.filter(made_by=membership).take_back()
