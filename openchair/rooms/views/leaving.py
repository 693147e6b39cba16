"""Going out, still being here, and closing."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from openchair.kit.pages import go
from openchair.people.requests import Request, signed_in
from openchair.rooms.closing import close
from openchair.rooms.entering import go_out, still_here
from openchair.rooms.models import Room, Seat
from openchair.rooms.views.doors import back, in_room, seat_in


@signed_in
@require_POST
def out(request: Request, room_id: str) -> HttpResponse:
    """Go out, from the circle or from the doorstep."""
    seat = seat_in(request, room_id)
    if seat:
        go_out(room=seat.room, seat=seat)
        return go("meeting", seat.room.occurrence.series.public_id)
    return go("meetings")


@in_room("room.be")
def here(request: Request, room: Room, seat: Seat) -> HttpResponse:  # noqa: ARG001
    """A page with a role says that it is still there."""
    still_here(seat=seat, by_page=False)
    return HttpResponse(status=204)


@in_room("room.close")
def end(request: Request, room: Room, seat: Seat) -> HttpResponse:  # noqa: ARG001
    """Close the room: every word is gone."""
    close(room=room)
    return back(room)
