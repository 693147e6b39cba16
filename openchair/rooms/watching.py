"""What the room does by itself, every second: who leads, who waits long enough, who is no longer here."""

import logging
from datetime import timedelta
from uuid import UUID

from openchair.jobs.ticks import every
from openchair.kit.clock import now
from openchair.rooms import streams
from openchair.rooms.closing import close
from openchair.rooms.duties import watch_over
from openchair.rooms.entering import LET_IN_AFTER, let_in
from openchair.rooms.guarding import resume
from openchair.rooms.models import Quieting, Room
from openchair.rooms.refusals import Refused
from openchair.rooms.turns import next_by_itself

logger = logging.getLogger("openchair.rooms")

EMPTY_FOR = timedelta(minutes=30)
# Words last no longer either (`live/words.py`), and a forgotten tab must not carry a room into the next date.
OVERRUN = timedelta(hours=12)

# After a Calm Room whose leaders are all lost, the meeting goes on by itself, behind a locked door.
CALM_ALONE = timedelta(minutes=3)
RECONNECTING = 8.0  # seconds for which, after a start, nobody is taken for lost: their pages are coming back

# How many were here a second ago, by room: a connection that fades away is not an act that anybody did.
_were_here: dict[UUID, int] = {}


@every(seconds=1, first=RECONNECTING)
def watch_rooms() -> None:
    """Look after every open room once."""
    rooms = list(Room.objects.live().select_related("occurrence__series"))
    _forget_counts(rooms)
    for room in rooms:
        try:
            _watch(room)
        except Exception as fault:  # noqa: BLE001 - one room's trouble must not leave the others unwatched
            logger.error("a room could not be looked after: %s", type(fault).__name__)


@every(seconds=0.25)
def gather() -> None:
    """People who come and go reach the others in one frame, not in one each."""
    streams.send_gathered()


@every(seconds=60)
def close_forgotten() -> None:
    """A room whose time is over closes by itself: after half an hour with nobody in it, or after twelve."""
    late, too_late = now() - EMPTY_FOR, now() - OVERRUN
    for room in Room.objects.live().filter(occurrence__ends_at__lt=late).select_related("occurrence"):
        if room.occurrence.ends_at < too_late or not room.seats.filter(present_until__gt=late).exists():
            close(room=room)


@every(seconds=5)
def let_speak_again() -> None:
    """Who has listened for ten minutes can write again; without this their page learns it only by chance."""
    over = Quieting.objects.filter(until__lte=now())
    rooms = set(over.values_list("seat__room", flat=True))
    if rooms:
        over.delete()
    for room_id in rooms:
        streams.changed_soon(room_id)


def _watch(room: Room) -> None:
    watch_over(room)
    room.refresh_from_db(fields=["runs_itself", "calm_since", "door"])
    if room.runs_itself and room.calm_since and room.calm_since < now() - CALM_ALONE:
        resume(room=room)
        room.refresh_from_db(fields=["calm_since"])
    if room.runs_itself and not room.is_calm:
        next_by_itself(room)
    if not room.is_calm:
        _let_in_who_waited(room)
    _notice_who_faded(room)


def _forget_counts(rooms: list[Room]) -> None:
    for closed in _were_here.keys() - {room.pk for room in rooms}:
        del _were_here[closed]


def _notice_who_faded(room: Room) -> None:
    here = room.seats.inside().count()
    if _were_here.get(room.pk, here) != here:
        streams.changed_soon(room.pk)
    _were_here[room.pk] = here


def _let_in_who_waited(room: Room) -> None:
    if room.door == Room.Door.LOCKED or room.runs_itself:
        return
    since = now() - LET_IN_AFTER
    waited = list(
        room.seats.waiting().filter(waits_since__lt=since, asked_to_wait=None).order_by("waits_since")
    )
    try:
        for seat in waited:
            let_in(room=room, seat=seat)
    except Refused:  # every chair is taken: who has waited longest came first
        return
