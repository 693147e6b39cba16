"""Telling somebody on a later day: kept, taken back, told when that day has begun, and dropped by an undo."""

import logging
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction

from openchair.days.models import Later
from openchair.days.recipients import Recipient, recipients_of
from openchair.paths import noting
from openchair.paths.models import Entry, Path
from openchair.people.models import Place
from openchair.people.settling import today_of

log = logging.getLogger("openchair.days")
FARTHEST: Final = timedelta(days=14)


@transaction.atomic
def tell_on(*, entry: Entry, recipients: Iterable[Recipient], on: date) -> None:
    """Tell them when this day of the owner's begins."""
    for one in recipients:
        Later.objects.create(person_id=entry.person_id, entry=entry, to=one.key, on=on)


def take_back(*, later: Later) -> None:
    """They are not told. Nobody learns that they were to be."""
    Later.objects.filter(pk=later.pk).delete()


def tell_due(moment: datetime) -> int:
    """Tell what is due, and say how many were; safe to repeat, and beside itself in other processes."""
    place, told = Place.here(), 0
    soon = Later.objects.standing().filter(on__lte=moment.date() + timedelta(days=1))
    for one in soon.select_related("entry__path", "person"):
        if one.on <= today_of(one.person, place):
            told += _tried(one)
    return told


@noting.follow
def drop_undone(path: Path) -> None:
    """Whoever takes an entry back tells nobody of it any more, even if they bring it back."""
    Later.objects.filter(entry__path=path, entry__taken_back__isnull=False).delete()


def _tried(later: Later) -> bool:
    """One that cannot be told stands as it was, is tried again in a minute, and stops no other."""
    try:
        return _tell(later)
    except Exception as fault:  # noqa: BLE001  what one person wanted told must not keep others from theirs
        log.error("telling on a later day raised %s", type(fault).__name__)
        return False


@transaction.atomic
def _tell(later: Later) -> bool:
    """Whoever may not be told any more is not: no companion now, gone from the group, or kept apart."""
    taken, _of = Later.objects.filter(pk=later.pk).delete()
    if not taken:
        return False
    chosen = [one for one in recipients_of(later.person) if one.key == later.to]
    for one in chosen:
        one.tell(later.entry)
    return bool(chosen)
