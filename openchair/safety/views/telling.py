"""Telling the hosts about words in a room: the form, two taps from the words."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods

from openchair.kit.pages import UNPROCESSABLE, go, page, sent
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.rooms.models import Seat
from openchair.rooms.speaking import Said, heard
from openchair.rooms.views.doors import seat_of
from openchair.safety import telling
from openchair.safety.forms import TellForm
from openchair.safety.models import Report

GONE = 404  # the same for words that are gone, that were never theirs to hear, and that never were
CONFLICT = 409


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def tell_the_hosts(request: Request, room_id: str, utterance_id: str) -> HttpResponse:
    """For whoever heard the words, wherever they are now.

    What they wrote is shown again when the words are gone meanwhile.
    """
    before = Report.objects.filter(reporter=request.person, utterance=utterance_id).first()
    if before:
        return go("receipt", before.public_id)
    form, found = TellForm(sent(request)), _heard(request, room_id, utterance_id)
    if found is None:
        return page(request, "safety/words_gone.html", GONE, form=form)
    try:
        return _told(request, form, *found)
    except telling.NobodyToTell:
        return page(request, "safety/nobody.html", CONFLICT, room=found[0].room, said=found[1])


def _told(request: Request, form: TellForm, seat: Seat, said: Said) -> HttpResponse:
    group = seat.room.occurrence.series.group
    readers = telling.readers_of(group, said.seat.person_id)
    if form.is_valid():
        told = form.cleaned_data
        report = telling.tell(seat=seat, said=said, reason=told["reason"], note=told["note"])
        return go("receipt", report.public_id)
    context = {"seat": seat, "room": seat.room, "group": group, "said": said}
    context |= {"form": form, "readers": readers}
    return page(request, "safety/telling.html", UNPROCESSABLE if form.errors else 200, **context)


def _heard(request: Request, room_id: str, utterance_id: str) -> tuple[Seat, Said] | None:
    try:
        seat = seat_of(request, room_id)
    except Http404:
        return None
    said = heard(seat, utterance_id) if seat else None
    return (seat, said) if seat and said and said.seat != seat else None
