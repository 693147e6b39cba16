"""Who is new in a group, and what waits until they are not: the only numbers of it."""

from datetime import timedelta
from typing import Final

from openchair.groups.models import Membership
from openchair.kit.clock import now

FIRST_WEEKS: Final = timedelta(
    days=14
)  # in which ways to reach somebody are looked at before others see them


FIRST_WEEK: Final = timedelta(days=7)  # in which somebody is shown something small that they could do


def is_in_first_week(membership: Membership) -> bool:
    """True in the first week after joining; a host is never new."""
    return not membership.is_host and now() - membership.joined_at < FIRST_WEEK


def is_new(membership: Membership) -> bool:
    """True in the first weeks after joining. Time alone ends it, never a count; a host is never new."""
    return not membership.is_host and now() - membership.joined_at < FIRST_WEEKS
