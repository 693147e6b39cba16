"""How far a share reaches, and how far it may reach from now on.

Whoever answers speaks to those who see the share. So once somebody has answered, it may reach fewer people
and never others: they would read what was not said to them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from openchair.shares.models import Share

AUDIENCE = Share.Audience

# From each, those that nobody joins. Hosts and companions are other people: neither is a part of the other.
_NOBODY_JOINS: Final[Mapping[str, frozenset[str]]] = {
    AUDIENCE.GROUP: frozenset(AUDIENCE.values),
    AUDIENCE.HOSTS: frozenset({AUDIENCE.HOSTS, AUDIENCE.ME}),
    AUDIENCE.CIRCLE: frozenset({AUDIENCE.CIRCLE, AUDIENCE.ME}),
    AUDIENCE.ME: frozenset({AUDIENCE.ME}),
}


def within_reach(share: Share) -> frozenset[str]:
    """The audiences that its writer may choose from.

    Words that wait for a host count, and so do those that were taken back and can be put back.
    """
    if share.posted_at is None or not share.replies.exclude(person=share.person_id).exists():
        return frozenset(AUDIENCE.values)
    return _NOBODY_JOINS[share.audience]
