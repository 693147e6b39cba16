"""Somebody will read one of the readings on one date, or keep time. Two things are enough for one person."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from django.db import IntegrityError, transaction

from openchair.groups.models import Membership
from openchair.kit.clock import now
from openchair.library.scripts import script
from openchair.meetings.models import Claim, Occurrence, Series, Topic

# Keeping time is claimed as a reading is: whoever did is timekeeper when they come in.
TIME: Final = "time-keeping"
MOST: Final = 2  # things at one date for one member; the rest is left to others


class Taken(Exception):
    """Somebody else reads this on that date."""


class Enough(Exception):
    """This member has as many things at that date as are one person's."""


class NotRead(Exception):
    """The meeting does not have this reading, or not on that date."""


@transaction.atomic
def claim(*, series: Series, start: datetime, membership: Membership, reading: str) -> Claim:
    """This member reads `reading` on the date that starts at `start`. Twice by the same member is once.

    Raises Taken, NotRead and Enough.
    """
    if reading != TIME and reading not in script(series.format).readings:
        raise NotRead
    occurrence = coming(series, start)
    before = Claim.objects.filter(occurrence=occurrence, membership=membership, reading=reading)
    leave_some(occurrence, membership, has_it=before.exists)
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


def leave_some(occurrence: Occurrence, membership: Membership, *, has_it: Callable[[], bool]) -> None:
    """Another thing for this member, one after the other where they ask twice at once. Raises Enough.

    `has_it`: is it theirs already? Then nothing more is asked.
    """
    Membership.objects.select_for_update().get(pk=membership.pk)
    if has_it():
        return
    theirs = [kind.objects.filter(occurrence=occurrence, membership=membership) for kind in (Claim, Topic)]
    if sum(one.count() for one in theirs) >= MOST:
        raise Enough


def coming(series: Series, start: datetime) -> Occurrence:
    """The date that starts then, which is to come or on. Raises NotRead."""
    try:
        occurrence = series.occurrence_at(start)
    except Occurrence.DoesNotExist:
        raise NotRead from None
    if occurrence.cancelled or occurrence.ends_at <= now():
        raise NotRead
    return occurrence
