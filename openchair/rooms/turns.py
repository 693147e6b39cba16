"""Turns: inviting the next person, a little more time, and a gentle end."""

from django.db import transaction

from openchair.kit.clock import now
from openchair.live.words import words
from openchair.rooms import streams
from openchair.rooms.models import Hand, Room, Seat, Turn
from openchair.rooms.models.hand import MORE, TURN


@transaction.atomic
def invite(*, room: Room, hand: Hand | None) -> Turn | None:
    """Give the turn to a raised hand, ending the one before. Inviting a hand that is gone changes nothing."""
    room = Room.objects.select_for_update().get(pk=room.pk)
    if hand is None or room.is_calm or not room.hands.filter(pk=hand.pk).delete()[0]:
        return None
    _end_running(room)
    moment = now()
    turn = Turn.objects.create(room=room, seat=hand.seat, began_at=moment, ends_at=moment + TURN)
    Seat.objects.filter(pk=hand.seat_id).update(has_spoken=True)
    streams.changed(room)
    return turn


@transaction.atomic
def add_time(*, room: Room, turn: str) -> None:
    """Two minutes more for the turn as it was seen, counted from now when the time had run out.

    `turn` is its `as_it_is`: a tap that comes twice finds another end and does nothing.
    """
    running = Turn.objects.select_for_update().filter(room=room, ended_at=None).first()
    if running and running.as_it_is == turn:
        running.ends_at = max(running.ends_at, now()) + MORE
        running.save(update_fields=["ends_at"])
        streams.changed(room)


@transaction.atomic
def end_turn(*, room: Room, turn_id: str) -> None:
    """End a turn gently. The same turn ends once; a later one is not touched."""
    if room.turns.filter(public_id=turn_id, ended_at=None).update(ended_at=now()):
        streams.changed(room)


@transaction.atomic
def end_own(*, room: Room, seat: Seat) -> None:
    """ "I'm done": the speaker's own end."""
    if room.turns.filter(seat=seat, ended_at=None).update(ended_at=now()):
        streams.changed(room)


@transaction.atomic
def pass_on(*, room: Room, seat: Seat) -> None:
    """ "Pass": the turn ends, and whoever said nothing tonight has not spoken yet."""
    end_own(room=room, seat=seat)
    said = words().said(room.pk, room.word_key, room.opened_at) if room.is_open else []
    if not any(one.seat == seat.public_id and one.kind == "turn" for one in said):
        Seat.objects.filter(pk=seat.pk).update(has_spoken=False)


def next_by_itself(room: Room) -> None:
    """With nobody leading: a turn ends when its time is over, and the next hand is invited."""
    running = room.turns.filter(ended_at=None).first()
    if running and running.ends_at > now():
        return
    if running:
        end_turn(room=room, turn_id=running.public_id)
    # Nobody would end the turn of somebody who is no longer here: the others would wait it out.
    hands = room.hands.filter(seat__in=room.seats.inside())
    invite(room=room, hand=hands.select_related("seat").first())


def _end_running(room: Room) -> None:
    room.turns.filter(ended_at=None).update(ended_at=now())
