"""About something that was said: block the person, or tell the hosts. Two taps from the words.

For everybody who heard them, wherever they are now: whoever was sent outside needs it most."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from openchair.kit.pages import go, page, say
from openchair.people.blocking import block
from openchair.people.requests import Request, signed_in
from openchair.rooms import streams
from openchair.rooms.models import Seat
from openchair.rooms.policy import powers_of
from openchair.rooms.speaking import Said, heard
from openchair.rooms.views.doors import seat_of


@signed_in
@require_safe
def show(request: Request, room_id: str, utterance_id: str) -> HttpResponse:
    """The words once more, and what one may do about them."""
    seat, said = _heard(request, room_id, utterance_id)
    room = seat.room
    mine, powers = said.seat == seat, powers_of(seat, room)
    return page(request, "rooms/about.html", room=room, seat=seat, said=said, mine=mine, powers=powers)


@signed_in
@require_POST
def block_speaker(request: Request, room_id: str, utterance_id: str) -> HttpResponse:
    """Keep the two apart from now on; the other is not told."""
    seat, said = _heard(request, room_id, utterance_id)
    block(person=request.person, other=said.seat.person, met_as=said.seat.alias)
    say(request, _("Blocked. You do not see each other’s words any more, and they are not told."))
    streams.changed(seat.room)
    return go("room", room_id)


def _heard(request: Request, room_id: str, utterance_id: str) -> tuple[Seat, Said]:
    seat = seat_of(request, room_id)
    said = heard(seat, utterance_id) if seat else None
    if seat is None or said is None:
        raise Http404
    return seat, said
