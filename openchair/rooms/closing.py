"""Closing: everything that was said is gone, and nobody can learn who was here."""

from contextlib import suppress
from functools import partial
from typing import Final
from uuid import UUID

from django.db import transaction

from openchair.jobs.emptying import empty_the_log
from openchair.jobs.ticks import every
from openchair.kit.clock import now
from openchair.live.shelf import Away
from openchair.live.words import words
from openchair.meetings.models import Attendance
from openchair.rooms import streams
from openchair.rooms.models import Room, Seat

# Rooms that this process closed and whose words are not forgotten yet.
_owed: Final[set[UUID]] = set()


@transaction.atomic
def close(*, room: Room) -> None:
    """Close the room. Closing twice is closing once.

    The key of its words is destroyed and the words are forgotten; seats, hands, turns, roles and responses
    are deleted; of attendance only a rounded count stays. What cannot be done at once is tried again.
    """
    held = Room.objects.select_for_update(of=("self",)).select_related("occurrence__series").get(pk=room.pk)
    if not held.is_open:
        return
    Attendance.note(held.occurrence, held.seats.exclude(place=Seat.Place.WAITING).count())
    held.closed_at, held.key, held.acting, held.calm_since = now(), None, None, None
    held.save(update_fields=["closed_at", "key", "acting", "calm_since"])
    held.seats.all().delete()
    held.occurrence.series.pass_over(held.occurrence)
    # First it is noted what is owed: whatever goes wrong with one of these, the tick does the others.
    transaction.on_commit(partial(_owed.add, held.pk), robust=True)
    streams.closed(held)
    transaction.on_commit(pay_what_is_owed, robust=True)
    transaction.on_commit(empty_the_log, robust=True)


@every(seconds=5)
def pay_what_is_owed() -> None:
    """Forget the words of closed rooms, as far as that can be done now."""
    for room in list(_owed):
        with suppress(Away):  # the key is destroyed, so nobody reads them meanwhile
            words().forget(room)
            _owed.discard(room)
