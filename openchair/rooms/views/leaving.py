"""Going out, still being here, and closing."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from openchair.kit.pages import go
from openchair.people.models import Person
from openchair.people.requests import Request, signed_in
from openchair.rooms.closing import close
from openchair.rooms.entering import go_out, still_here
from openchair.rooms.models import Room, Seat
from openchair.rooms.models.seat import SeatQuerySet
from openchair.rooms.views.doors import back, in_room, seat_in


def own_gone(person: Person) -> SeatQuerySet:
    """Seats that this person left of their own will, in rooms that are open."""
    seats = Seat.objects.filter(person=person, place=Seat.Place.GONE, put_out=None, room__closed_at=None)
    return seats.select_related("room__occurrence__series")


@signed_in
@require_POST
def out(request: Request, room_id: str) -> HttpResponse:
    """Go out, from the circle or from the doorstep."""
    try:
        seat = seat_in(request, room_id)
    except Http404:
        gone = get_object_or_404(own_gone(request.person), room__public_id=room_id)  # pressed twice
        return go("meeting", gone.room.occurrence.series.public_id)
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
