"""Somebody will read one of the readings on one date."""

from datetime import datetime

from django.db import IntegrityError, transaction

from openchair.groups.models import Membership
from openchair.kit.clock import now
from openchair.library.scripts import script
from openchair.meetings.models import Claim, Occurrence, Series


class Taken(Exception):
    """Somebody else reads this on that date."""


class NotRead(Exception):
    """The meeting does not have this reading, or not on that date."""


@transaction.atomic
def claim(*, series: Series, start: datetime, membership: Membership, reading: str) -> Claim:
    """This member reads `reading` on the date that starts at `start`. Twice by the same member is once.

    Raises Taken and NotRead.
    """
    occurrence = _coming(series, start, reading)
    try:
        with transaction.atomic():
            mine, _new = Claim.objects.get_or_create(
                occurrence=occurrence, reading=reading, defaults={"membership": membership}
            )
    except IntegrityError:
        raise Taken from None
    if mine.membership_id != membership.pk:
        raise Taken
    return mine


@transaction.atomic
def give_back(*, series: Series, start: datetime, membership: Membership, reading: str) -> None:
    """One's own claim is free again. Giving back twice, or what is somebody else's, changes nothing."""
    given = Claim.objects.filter(occurrence__series=series, occurrence__starts_at=start)
    given.filter(membership=membership, reading=reading).delete()


def _coming(series: Series, start: datetime, reading: str) -> Occurrence:
    if reading not in script(series.format).readings:
        raise NotRead
    try:
        occurrence = series.occurrence_at(start)
    except Occurrence.DoesNotExist:
        raise NotRead from None
    if occurrence.cancelled or occurrence.ends_at <= now():
        raise NotRead
    return occurrence
