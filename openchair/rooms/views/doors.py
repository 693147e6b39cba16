"""The doors of this floor: what a view inside a room may count on."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openchair.kit.pages import SeeOther, go, page
from openchair.meetings.models import Series
from openchair.people.requests import Request, signed_in
from openchair.rooms.models import Room, Seat
from openchair.rooms.models.seat import SeatQuerySet
from openchair.rooms.policy import POLICY
from openchair.rooms.refusals import Refused

View = Callable[..., HttpResponse]
RoomView = Callable[[Request, Room, Seat], HttpResponse]
CONFLICT = 409


def in_room(
    act: str, ways: Callable[[View], View] = require_POST
) -> Callable[[RoomView], Callable[..., HttpResponse]]:
    """For people with a seat inside an open room, whose role allows the act; for outsiders it is not there.

    Who waits is led back to the doorstep; words that they sent come back to them. A `Refused`, as when a role
    has ended since the page was shown, becomes a page that says so kindly, with 409 and the way back to the
    room.
    """

    def decorate(view: RoomView) -> Callable[..., HttpResponse]:
        @wraps(view)
        def door(request: Request, room_id: str) -> HttpResponse:
            seat = seat_in(request, room_id)
            if seat is None or not seat.room.is_open or not seat.is_inside:
                return _not_inside(request, room_id)
            try:
                _refuse_without_role(seat, act)
                return _quietly(request, _to_the_names(request, room_id, view(request, seat.room, seat)))
            except Refused as refused:
                return page(request, "rooms/refused.html", status=CONFLICT, room=seat.room, line=refused.line)

        return ways(signed_in(door))

    return decorate


def _not_inside(request: Request, room_id: str) -> HttpResponse:
    words = request.POST.get("words", "")
    if not words.strip():
        return go("room", room_id)
    return page(request, "rooms/words_back.html", status=CONFLICT, room_id=room_id, words=words)


def _quietly(request: Request, answer: HttpResponse) -> HttpResponse:
    """For a page that stays where it is, "done" is 204: a redirect tells it that nothing was sent."""
    quiet = request.headers.get("X-Stays") == "yes"
    return HttpResponse(status=204) if quiet and answer.status_code == 303 else answer


def _to_the_names(request: Request, room_id: str, answer: HttpResponse) -> HttpResponse:
    """Back to the page of all names, where whoever pressed the button was reading, instead of the panel."""
    number = request.POST.get("names", "")
    if answer.status_code == 303 and number.isascii() and number.isdigit():
        return SeeOther(f"{reverse('room-people', args=[room_id])}?page={int(number[:4])}")
    return answer


def _refuse_without_role(seat: Seat, act: str) -> None:
    if not POLICY.allows(seat, act, seat.room):
        raise Refused(_("This needs a role in the meeting that you do not have now. Nothing was changed."))


def seat_in(request: Request, room_id: str) -> Seat | None:
    """The person's own seat, inside or on the doorstep; None once the room has closed. Raises Http404."""
    seat = seat_of(request, room_id)
    if seat and seat.place == Seat.Place.GONE:
        raise Http404
    return seat


def seat_of(request: Request, room_id: str) -> Seat | None:
    """As `seat_in`, wherever they are: also of whoever went out, or was put out. Raises Http404."""
    room = get_object_or_404(Room.objects.select_related("occurrence__series__group"), public_id=room_id)
    seat = seats_of(request, room).first()
    if seat is None and (room.is_open or not _known(request, room)):
        raise Http404
    return seat


def seats_of(request: Request, room: Room) -> SeatQuerySet:
    """The person's own seat with its room and roles, if they have one."""
    seats = room.seats.filter(person=request.person).select_related("person", "membership")
    # Whoever left the group, or was removed from it, has no seat any more from that moment on.
    return seats.prefetch_related("duties").exclude(membership__departure__isnull=False)


def _known(request: Request, room: Room) -> bool:
    """That there was a room is told to those alone who may know of its meeting."""
    return Series.objects.visible_to(request.person).filter(pk=room.occurrence.series_id).exists()


def other_seat(request: Request, room: Room) -> Seat:
    """The seat that a button names. Raises Http404."""
    return get_object_or_404(
        room.seats.select_related("person").prefetch_related("duties"), public_id=named_by(request, "seat")
    )


def named_by(request: Request, field: str) -> str:
    """The id that a button carries, without the NUL that PostgreSQL refuses to look for."""
    return request.POST.get(field, "").replace("\0", "")


def back(room: Room, anchor: str = "run") -> HttpResponse:
    """To the room as it is now: to the panel of those who lead, or to one's own part of the page."""
    return go("room", room.public_id, anchor=anchor)
