"""The step of the run-sheet."""

from django.http import HttpResponse

from openchair.people.requests import Request
from openchair.rooms.models import Room, Seat
from openchair.rooms.stepping import step_to
from openchair.rooms.views.doors import back, in_room


@in_room("room.run")
def update(request: Request, room: Room, seat: Seat) -> HttpResponse:  # noqa: ARG001
    """`step` is "from:to", so that a second tap on the same button does nothing."""
    come_from, _, to = request.POST.get("step", "").partition(":")
    if come_from.isdecimal() and to.isdecimal() and len(come_from + to) < 6:
        step_to(room=room, come_from=int(come_from), to=int(to))
    return back(room)
