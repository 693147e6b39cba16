"""After how long a first answer usually comes in a group: counted when asked, kept nowhere, about nobody."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from openchair.greeting.saying import about
from openchair.groups.models import Group
from openchair.kit.clock import now
from openchair.shares.models import Share

BACK: Final = timedelta(days=90)
FEWEST: Final = 10  # answered shares, or nothing is said
MOST: Final = 500  # of the newest are counted


def usual_time(group: Group) -> str:
    """Within this came half of the first answers to shares that everybody sees; "" while there are few."""
    seen = Share.objects.standing().filter(group=group, audience=Share.Audience.GROUP)
    answered = seen.filter(posted_at__gt=now() - BACK, answered_at__isnull=False).order_by("-posted_at")
    rows = answered.values_list("posted_at", "answered_at")[:MOST]
    times = sorted(there - here for here, there in rows if here and there)
    return about(times[(len(times) - 1) // 2]) if len(times) >= FEWEST else ""
