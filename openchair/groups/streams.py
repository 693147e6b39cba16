"""What travels about a membership: that it has ended, so that pages open by it end too."""

from functools import partial

from django.db import transaction

from openchair.groups.models import Membership
from openchair.live.hub import hub


def membership_ended(membership: Membership) -> None:
    """Let this person's open pages ask again what they may see, once it has been committed (S13)."""
    transaction.on_commit(partial(hub().dismiss, "", membership.person_id))
