"""A raised hand."""

from django.http import HttpResponse

from openchair.people.requests import Request
from openchair.rooms.hands import lower_hand, raise_hand
from openchair.rooms.models import Hand, Room, Seat
from openchair.rooms.views.doors import back, in_room


@in_room("room.be")
def create(request: Request, room: Room, seat: Seat) -> HttpResponse:
    """Ask to speak, or say that one needs to speak now."""
    burning = request.POST.get("kind") == Hand.Kind.BURNING
    raise_hand(room=room, seat=seat, kind=Hand.Kind.BURNING if burning else Hand.Kind.HAND)
    return back(room, "mine")


@in_room("room.be")
def delete(request: Request, room: Room, seat: Seat) -> HttpResponse:  # noqa: ARG001
    """Put one's hand down."""
    lower_hand(room=room, seat=seat)
    return back(room, "mine")
