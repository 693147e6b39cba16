"""The room itself, the doorstep one waits on, and what is left when it has closed."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from openchair.kit.pages import go, page
from openchair.meetings.choosing import topic_for
from openchair.meetings.models import Series
from openchair.people.requests import Request, signed_in
from openchair.rooms.entering import still_here
from openchair.rooms.forms import DoorForm, SayForm
from openchair.rooms.models import Response, Role, Room, Seat
from openchair.rooms.picture import EVERYBODY, Picture, own_views, picture_of
from openchair.rooms.policy import POLICY, powers_of
from openchair.rooms.speaking import has_heard_before, heard_by, may_speak, responses_to
from openchair.rooms.views.doors import seat_in


@signed_in
@require_safe
def show(request: Request, room_id: str) -> HttpResponse:
    """Inside, waiting or closed, as it is for this person."""
    try:
        seat = seat_in(request, room_id)
    except Http404:
        return _to_the_door(request, room_id)
    if seat is None:
        return _closed(request, room_id)
    still_here(seat=seat, by_page=True)
    if not seat.is_inside:
        return _doorstep(request, seat)
    return room_page(request, seat, SayForm())


def room_page(request: Request, seat: Seat, form: SayForm, status: int = 200) -> HttpResponse:
    """The whole room for one person, with the words they heard and the form they may be filling in."""
    room = seat.room
    picture = picture_of(room)
    said = heard_by(request.person, room, seat.came_at)
    names = room.seats.filter(public_id__in={one.seat for one in said}).names()
    return page(
        request,
        "rooms/room.html",
        status=status,
        room=room,
        seat=seat,
        topic=topic_for(seat.person, room.occurrence.series, room.occurrence.starts_at),
        picture=picture,
        own=own_views(picture).get(seat.person_id, EVERYBODY),
        said=[(one, names.get(one.seat, "")) for one in said],
        has_heard=has_heard_before(seat),
        mine=moments_of(seat, picture),
        powers=powers_of(seat, room),
        can={act: POLICY.allows(seat, act, room) for act in POLICY.table},
        form=form,
        door_form=DoorForm(initial={"door": room.door, "chat": room.chat}),
        roles=Role.choices,
        kinds=Response.Kind.choices,
        answers=responses_to(seat),
    )


def moments_of(seat: Seat, picture: Picture) -> set[str]:
    """What this person can do just now; the parts of the page that are not among these are hidden."""
    hand = next((hand for hand in picture.hands if hand.seat_id == seat.pk), None)
    if picture.room.is_calm or seat.person_id in picture.quieted:
        return {"calm"} if picture.room.is_calm else {"quieted"}
    mine = picture.turn is not None and picture.turn.seat_id == seat.pk
    moments = {"turn"} if mine else {"up" if hand else "down"}
    if may_speak(picture.room, seat, picture.turn):
        moments.add("speak")
    if picture.step.kind == "closing":
        moments |= {"closing", "speak"}
    if seat.public_id in picture.readers:
        moments.add("reading")
    return moments


def _doorstep(request: Request, seat: Seat) -> HttpResponse:
    return page(
        request,
        "rooms/waiting.html",
        room=seat.room,
        seat=seat,
        picture=picture_of(seat.room),
        has_heard=has_heard_before(seat),
    )


def _to_the_door(request: Request, room_id: str) -> HttpResponse:
    room = _known_room(request, room_id)
    return go("room-door", room.occurrence.series.public_id)


def _closed(request: Request, room_id: str) -> HttpResponse:
    room = _known_room(request, room_id)
    return page(request, "rooms/closed.html", room=room)


def _known_room(request: Request, room_id: str) -> Room:
    known = Series.objects.visible_to(request.person)
    rooms = Room.objects.filter(public_id=room_id, occurrence__series__in=known)
    return get_object_or_404(rooms.select_related("occurrence__series__group"))
