"""Keeping the room safe: quiet, waiting room, putting out, the door, and the Calm Room."""

from datetime import timedelta

from django.db import transaction

from openchair.kit.clock import now
from openchair.rooms import streams
from openchair.rooms.entering import step_out
from openchair.rooms.models import PutOut, Quieting, Room, Seat
from openchair.rooms.models.seat import UNDO

QUIET = timedelta(minutes=10)


@transaction.atomic
def quiet(*, room: Room, seat: Seat) -> None:
    """For ten minutes this person listens; their turn and their hand end now."""
    Quieting.objects.update_or_create(seat=seat, defaults={"until": now() + QUIET})
    room.hands.filter(seat=seat).delete()
    room.turns.filter(seat=seat, ended_at=None).update(ended_at=now())
    streams.changed(room)


@transaction.atomic
def end_quiet(*, room: Room, seat: Seat) -> None:
    """Let them speak again."""
    if Quieting.objects.filter(seat=seat).delete()[0]:
        streams.changed(room)


@transaction.atomic
def put_out(*, room: Room, seat: Seat) -> None:
    """Out of the room for the rest of the meeting; for ten seconds one tap takes it back."""
    room = Room.objects.select_for_update().get(pk=room.pk)
    PutOut.objects.get_or_create(seat=seat)
    step_out(room, [seat], Seat.Place.GONE)
    streams.changed(room)


@transaction.atomic
def undo_put_out(*, room: Room, seat: Seat) -> bool:
    """Let them back in, without hand, turn or role; True when it was in time (with a second for the road).

    They hear from now on, as whoever is let in: what was said meanwhile was said without them.
    """
    since = now() - UNDO - timedelta(seconds=1)
    in_time = bool(PutOut.objects.filter(seat=seat, at__gt=since).delete()[0])
    if in_time:
        room.seats.filter(pk=seat.pk).update(place=Seat.Place.INSIDE, came_at=now())
        streams.changed(room)
    return in_time


@transaction.atomic
def set_door(*, room: Room, door: str, chat: str) -> None:
    """Who comes in without being let in, and who may write."""
    Room.objects.filter(pk=room.pk).update(door=door, chat=chat)
    streams.changed(room)


@transaction.atomic
def calm(*, room: Room) -> None:
    """The Calm Room: nothing more is delivered, the latest arrivals wait outside, all see a calm card."""
    room = Room.objects.select_for_update().get(pk=room.pk)
    if room.is_calm or not room.is_open:
        return
    room.calm_since = now()
    room.save(update_fields=["calm_since"])
    inside = room.seats.filter(place=Seat.Place.INSIDE, is_host=False, duties=None)
    step_out(room, [seat for seat in inside if seat.is_late(now())], Seat.Place.WAITING)
    streams.changed(room)


@transaction.atomic
def resume(*, room: Room) -> None:
    """Go on where the room was."""
    room = Room.objects.select_for_update().get(pk=room.pk)
    if not room.is_calm:
        return
    turn = room.turns.filter(ended_at=None).first()
    if turn and room.calm_since:
        turn.ends_at += max(now() - room.calm_since, timedelta(0))  # a machine's clock may be set back
        turn.save(update_fields=["ends_at"])
    room.calm_since = None
    room.save(update_fields=["calm_since"])
    # Their three minutes on the doorstep begin now: nobody who was sent outside streams back in at once.
    room.seats.waiting().update(waits_since=now())
    streams.changed(room)
