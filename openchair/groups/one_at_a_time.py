"""What one member does in a group, one thing after the other."""

from django.http import Http404

from openchair.groups.models import Membership


def wait_for(member: Membership) -> None:
    """Within a transaction: whatever else waits for this member goes on once it has ended.

    A page that keeps what is written, and the button that shares it, may be sent in the same moment. So may
    the one that closes the account: then there is nobody any more who writes. Raises Http404.
    """
    held = Membership.objects.select_for_update().filter(pk=member.pk)
    if True in held.values_list("is_former", flat=True):
        raise Http404
