"""Who runs a group: given, and laid down."""

from django.db import transaction

from openchair.groups.inviting import revoke_all_of
from openchair.groups.models import Group, Hosting, Membership, Succession


class LastHost(Exception):
    """The group would be left without a host."""


def make_host(*, membership: Membership) -> None:
    """This member runs the group too. Twice is once."""
    Hosting.objects.get_or_create(membership=membership)


def step_back(*, membership: Membership) -> None:
    """A host becomes a member again. Raises LastHost when nobody else would be left to run the group."""
    with transaction.atomic():
        somebody_else_hosts(membership)
        Hosting.objects.filter(membership=membership).delete()
        revoke_all_of(membership=membership)
        Succession.objects.filter(membership=membership).delete()


def somebody_else_hosts(membership: Membership) -> None:
    """Raise LastHost when this member is the group's only host. Call it inside a transaction."""
    # Two last hosts going at once would each count on the other, so they pass one by one.
    Group.objects.select_for_update().get(pk=membership.group_id)
    hosts = set(Membership.objects.hosts().filter(group=membership.group_id).values_list("pk", flat=True))
    if hosts == {membership.pk}:
        raise LastHost
