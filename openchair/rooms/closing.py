"""Closing: everything that was said is gone, and nobody can learn who was here."""

from django.db import connection, transaction

from openchair.kit.clock import now
from openchair.live.words import words
from openchair.meetings.models import Attendance
from openchair.rooms import streams
from openchair.rooms.models import Room, Seat


@transaction.atomic
def close(*, room: Room) -> None:
    """Close the room. Closing twice is closing once.

    The key of its words is destroyed and the words are forgotten; seats, hands, turns, roles and responses
    are deleted; of attendance only a rounded count stays.
    """
    held = Room.objects.select_for_update(of=("self",)).select_related("occurrence__series").get(pk=room.pk)
    if not held.is_open:
        return
    Attendance.note(held.occurrence, held.seats.exclude(place=Seat.Place.WAITING).count())
    held.closed_at, held.key, held.acting, held.calm_since = now(), None, None, None
    held.save(update_fields=["closed_at", "key", "acting", "calm_since"])
    held.seats.all().delete()
    held.occurrence.series.pass_over(held.occurrence)
    transaction.on_commit(lambda: words().forget(held.pk))
    streams.closed(held)
    transaction.on_commit(_empty_the_log)


def _empty_the_log() -> None:
    # SQLite's write-ahead log goes on holding rows after they were deleted: who sat where would stay on disk.
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
