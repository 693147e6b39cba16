"""Everybody who is here, by name: for rooms with more people than the panel has lines."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from openchair.kit.pages import page
from openchair.people.requests import Request
from openchair.rooms.models import Role, Room, Seat
from openchair.rooms.picture import MOST_NAMES, everyone, picture_of
from openchair.rooms.policy import POLICY
from openchair.rooms.views.doors import in_room


@in_room("room.run", require_safe)
def show(request: Request, room: Room, seat: Seat) -> HttpResponse:
    """Sixty names at a time, each with what the panel offers for it."""
    names = Paginator(everyone(room), MOST_NAMES).get_page(request.GET.get("page"))
    can = {act: POLICY.allows(seat, act, room) for act in POLICY.table}
    picture = picture_of(room)
    return page(
        request, "rooms/people.html", room=room, picture=picture, names=names, can=can, roles=Role.choices
    )
