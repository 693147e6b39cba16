"""Whoever stops welcoming people leaves no hours behind."""

from datetime import datetime, timedelta
from typing import Final

from django.db.models import Q

from openchair.greeting.serving import also_when_ended
from openchair.groups.models import Membership
from openchair.roster.models import Carrying, Cover, Debrief, Shift
from openchair.roster.models.debrief import KEPT

_LONGEST: Final = timedelta(hours=4)


@also_when_ended
def stopped(membership: Membership) -> None:
    """At once, as its page says. Whoever hosts the group goes on being here."""
    if not membership.is_host:
        _forget_of(Q(membership=membership))


def tidy(moment: datetime) -> None:
    """What is over, what was said a month ago, and what those kept who no longer serve."""
    Cover.objects.filter(starts_at__lte=moment - _LONGEST).delete()
    Debrief.objects.filter(at__lte=moment - KEPT).delete()
    Carrying.objects.filter(away_until__lt=moment.date() - timedelta(days=2)).update(
        away_from=None, away_until=None
    )
    serves = Q(membership__hosting__isnull=False) | Q(membership__greeter__since__isnull=False)
    _forget_of(~serves | Q(membership__departure__isnull=False))


def _forget_of(those: Q) -> None:
    for rows in (Shift.objects.filter(those), Carrying.objects.filter(those)):
        rows.delete()
    Cover.objects.filter(those, membership__isnull=False).update(membership=None)
