"""Quiet, waiting room, putting out, the door, and the Calm Room."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from openchair.people.requests import Request
from openchair.rooms import guarding
from openchair.rooms.entering import ask_to_wait, let_in, see_waiting
from openchair.rooms.forms import DoorForm
from openchair.rooms.models import Room, Seat
from openchair.rooms.policy import leads
from openchair.rooms.refusals import Refused
from openchair.rooms.views.doors import back, in_room, other_seat


@in_room("room.guard")
def quiet(request: Request, room: Room, seat: Seat) -> HttpResponse:
    """Quiet somebody for ten minutes."""
    guarding.quiet(room=room, seat=_guardable(request, room, seat))
    return back(room)


@in_room("room.guard")
def end_quiet(request: Request, room: Room, seat: Seat) -> HttpResponse:  # noqa: ARG001
    """Let somebody speak again."""
    guarding.end_quiet(room=room, seat=other_seat(request, room))
    return back(room)


@in_room("room.guard")
def wait(request: Request, room: Room, seat: Seat) -> HttpResponse:
    """Ask somebody to wait outside."""
    ask_to_wait(room=room, seat=_guardable(request, room, seat))
    return back(room)


@in_room("room.guard")
def put_out(request: Request, room: Room, seat: Seat) -> HttpResponse:
    """Put somebody out of the room."""
    guarding.put_out(room=room, seat=_guardable(request, room, seat))
    return back(room)


@in_room("room.guard")
def undo_put_out(request: Request, room: Room, seat: Seat) -> HttpResponse:  # noqa: ARG001
    """Take it back, within ten seconds."""
    if not guarding.undo_put_out(room=room, seat=other_seat(request, room)):
        raise Refused(_("Too late to undo. They can come to the next meeting."))
    return back(room)


@in_room("room.greet")
def admit(request: Request, room: Room, seat: Seat) -> HttpResponse:  # noqa: ARG001
    """Let somebody in."""
    let_in(room=room, seat=other_seat(request, room))
    return back(room)


@in_room("room.greet")
def see(request: Request, room: Room, seat: Seat) -> HttpResponse:  # noqa: ARG001
    """Let somebody who waits know that they were seen."""
    see_waiting(room=room, seat=other_seat(request, room))
    return back(room)


@in_room("room.guard")
def door(request: Request, room: Room, seat: Seat) -> HttpResponse:  # noqa: ARG001
    """Set the door and the chat rule; a button may carry just one of the two."""
    form = DoorForm(
        {"door": request.POST.get("door", room.door), "chat": request.POST.get("chat", room.chat)}
    )
    if form.is_valid():
        guarding.set_door(room=room, **form.cleaned_data)
    return back(room)


@in_room("room.calm")
def calm(request: Request, room: Room, seat: Seat) -> HttpResponse:  # noqa: ARG001
    """Hold everything still."""
    guarding.calm(room=room)
    return back(room)


@in_room("room.calm")
def resume(request: Request, room: Room, seat: Seat) -> HttpResponse:  # noqa: ARG001
    """Go on."""
    guarding.resume(room=room)
    return back(room)


def _guardable(request: Request, room: Room, by: Seat) -> Seat:
    """Those who lead look after the others, not after each other; a host can step in for all but hosts."""
    seat = other_seat(request, room)
    if seat.pk == by.pk:
        raise Refused(_("That is you. You can go out whenever you like."))
    if seat.is_host or (leads(seat, room) and not by.is_host):
        raise Refused(_("They help to lead this meeting. Take their role back first, or ask a host."))
    return seat
