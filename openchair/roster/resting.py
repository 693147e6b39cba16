"""Whoever is away is not asked for anything."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from openchair.greeting.offering import leave_be
from openchair.roster.models import Carrying

# Days are those of somebody's own clock: no clock is further ahead of UTC, nor further behind.
_AHEAD, _BEHIND = timedelta(hours=14), timedelta(hours=12)


@leave_be
def away_at(moment: datetime) -> Iterable[UUID]:
    """The memberships of those for whom it is, or may be, a day away."""
    begun = Carrying.objects.filter(away_from__lte=(moment + _AHEAD).date())
    return begun.filter(away_until__gte=(moment - _BEHIND).date()).values_list("membership", flat=True)
