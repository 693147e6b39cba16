"""Roles for this meeting."""

from django.http import HttpResponse

from openchair.people.requests import Request
from openchair.rooms.duties import give, take_back
from openchair.rooms.forms import DutyForm
from openchair.rooms.models import Room, Seat
from openchair.rooms.views.doors import back, in_room, other_seat


@in_room("room.duties")
def create(request: Request, room: Room, seat: Seat) -> HttpResponse:  # noqa: ARG001
    """Give a role."""
    form = DutyForm(request.POST)
    if form.is_valid():
        give(room=room, seat=other_seat(request, room), role=form.cleaned_data["role"])
    return back(room)


@in_room("room.duties")
def delete(request: Request, room: Room, seat: Seat) -> HttpResponse:  # noqa: ARG001
    """Take a role back."""
    form = DutyForm(request.POST)
    if form.is_valid():
        take_back(room=room, seat=other_seat(request, room), role=form.cleaned_data["role"])
    return back(room)
