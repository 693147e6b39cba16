"""Closing: everything that was said is gone, and nobody can learn who was here."""

from contextlib import suppress
from functools import partial
from typing import ClassVar, Final
from uuid import UUID

from django.db import OperationalError, connection, transaction

from openchair.jobs.ticks import every
from openchair.kit.clock import now
from openchair.live.shelf import Away
from openchair.live.words import words
from openchair.meetings.models import Attendance
from openchair.rooms import streams
from openchair.rooms.models import Room, Seat

PATIENCE: Final = 100  # milliseconds for those who read: whoever waits for them holds up everybody who writes


class _Owed:
    """What closings of this process still owe; and the log, as one before it may have left it behind."""

    rooms: ClassVar[set[UUID]] = set()
    log: ClassVar[bool] = True


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
    transaction.on_commit(partial(_owe, held.pk), robust=True)
    streams.closed(held)
    transaction.on_commit(pay_what_is_owed, robust=True)


@every(seconds=5)
def pay_what_is_owed() -> None:
    """Forget the words of closed rooms, and empty the log, as far as that can be done now."""
    for room in list(_Owed.rooms):
        with suppress(Away):  # the key is destroyed, so nobody reads them meanwhile
            words().forget(room)
            _Owed.rooms.discard(room)
    if _Owed.log:
        _Owed.log = False  # before it is tried: a closing that comes meanwhile owes it again
        _Owed.log = not _empty_the_log() or _Owed.log


def _owe(room: UUID) -> None:
    _Owed.rooms.add(room)
    _Owed.log = True


def _empty_the_log() -> bool:
    """Try to; False while somebody reads what lies in it (sqlite.org/pragma.html#pragma_wal_checkpoint).

    SQLite's write-ahead log goes on holding rows after they were deleted: who sat where would stay on disk.
    """
    if connection.vendor != "sqlite":
        return True
    with connection.cursor() as cursor:
        (usual,) = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute(f"PRAGMA busy_timeout={PATIENCE}")
        try:
            busy, _pages, _moved = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except OperationalError:  # locked: somebody else empties it just now, or this connection still reads
            return False
        finally:
            cursor.execute(f"PRAGMA busy_timeout={usual}")
    return not busy
