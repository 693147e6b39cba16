"""What one member does in a group, one thing after the other."""

from openchair.groups.models import Membership


def wait_for(member: Membership) -> None:
    """Within a transaction: whatever else waits for this member goes on once it has ended.

    A page that keeps what is written, and the button that shares it, may be sent in the same moment.
    """
    list(Membership.objects.select_for_update().filter(pk=member.pk).values_list("pk"))
