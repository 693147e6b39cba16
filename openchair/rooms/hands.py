"""Raising a hand, lowering it, and passing."""

from django.db import transaction
from django.utils.translation import gettext as _

from openchair.kit.clock import now
from openchair.rooms import streams
from openchair.rooms.models import Hand, Quieting, Room, Seat
from openchair.rooms.refusals import Refused


@transaction.atomic
def raise_hand(*, room: Room, seat: Seat, kind: str = Hand.Kind.HAND) -> Hand:
    """Join the queue. One hand each: raising it again changes at most how soon it is asked for."""
    room = held_for(room, seat)
    if room.turns.filter(seat=seat, ended_at=None).exists():
        raise Refused(_("It is your turn already. Take your time."))
    hand, fresh = Hand.objects.get_or_create(room=room, seat=seat, defaults={"kind": kind})
    if not fresh and hand.kind != kind:
        hand.kind = kind
        hand.save(update_fields=["kind"])
    streams.changed(room)
    return hand


@transaction.atomic
def lower_hand(*, room: Room, seat: Seat) -> None:
    """Leave the queue. A hand that is down stays down."""
    if room.hands.filter(seat=seat).delete()[0]:
        streams.changed(room)


def held_for(room: Room, seat: Seat) -> Room:
    """The room with its row held, for somebody who wants to be heard in it now.

    What comes first counts: a Calm Room, a closing or a putting out that was committed before refuses, one
    that comes after finds it done. Raises Refused, as well for someone who was asked to be quiet.
    """
    room = Room.objects.select_for_update(of=("self",)).select_related("occurrence__series").get(pk=room.pk)
    refuse_if_resting(room)
    if not room.seats.filter(pk=seat.pk, place=Seat.Place.INSIDE).exists():
        raise Refused(_("You are not in the room just now. Nothing was sent."))
    if Quieting.objects.filter(seat=seat, until__gt=now()).exists():
        raise Refused(_("A host asked you to listen for ten minutes. Your words are still here."))
    return room


def refuse_if_resting(room: Room) -> None:
    """Raise Refused once the room is closed, and while it is calm: then nothing is delivered to anybody."""
    if not room.is_open:
        raise Refused(_("This meeting has closed. Thank you for coming."))
    if room.is_calm:
        raise Refused(_("The room is resting for a moment. Nothing was sent, and your words are still here."))
