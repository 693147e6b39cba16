"""What somebody heard in a room at earlier times, from which they can still block, and tell the hosts."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from openchair.kit.pages import go, page
from openchair.people.requests import Request, signed_in
from openchair.rooms.entering import still_here
from openchair.rooms.models import Seat
from openchair.rooms.speaking import heard_before
from openchair.rooms.views.doors import seat_of


@signed_in
@require_safe
def show(request: Request, room_id: str) -> HttpResponse:
    """Shown when somebody asks for it, and never by itself: they may have been hurt by these words."""
    seat = seat_of(request, room_id)
    if seat is None:
        return go("room", room_id)
    if seat.place != Seat.Place.GONE:
        still_here(seat=seat, by_page=True)
    said = heard_before(seat)
    names = seat.room.seats.filter(public_id__in={one.seat for one in said}).names()
    lines = [(one, names[one.seat]) for one in said if one.seat in names]
    return page(request, "rooms/heard.html", room=seat.room, seat=seat, said=lines)
