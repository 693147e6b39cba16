"""Whose turn it is."""

from django.http import HttpResponse

from openchair.people.requests import Request
from openchair.rooms.models import Room, Seat
from openchair.rooms.turns import add_time, end_own, end_turn, invite, pass_on
from openchair.rooms.views.doors import back, in_room, named_by


@in_room("room.run")
def create(request: Request, room: Room, seat: Seat) -> HttpResponse:  # noqa: ARG001
    """Invite a raised hand."""
    hand = room.hands.select_related("seat").filter(public_id=named_by(request, "hand")).first()
    invite(room=room, hand=hand)
    return back(room)


@in_room("room.time")
def extend(request: Request, room: Room, seat: Seat) -> HttpResponse:  # noqa: ARG001
    """Two minutes more."""
    add_time(room=room, turn=request.POST.get("turn", ""))
    return back(room)


@in_room("room.run")
def end(request: Request, room: Room, seat: Seat) -> HttpResponse:  # noqa: ARG001
    """End it gently."""
    end_turn(room=room, turn_id=named_by(request, "turn"))
    return back(room)


@in_room("room.be")
def end_mine(request: Request, room: Room, seat: Seat) -> HttpResponse:
    """One's own "I'm done", and "Pass"."""
    if "pass" in request.POST:
        pass_on(room=room, seat=seat)
    else:
        end_own(room=room, seat=seat)
    return back(room, "mine")
