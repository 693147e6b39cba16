"""The door of a meeting's room: when it opens, under which name one comes in, and coming in."""

from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from openchair.groups.models import Membership
from openchair.kit.clock import now
from openchair.kit.pages import UNPROCESSABLE, go, page, sent
from openchair.meetings import saying
from openchair.meetings.models import Series
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.rooms.entering import PUT_OUT, enter
from openchair.rooms.forms import AliasForm
from openchair.rooms.models import PutOut, Room, Seat
from openchair.rooms.models.seat import UNDO
from openchair.rooms.opening import CLOSED, has_closed, may_open, open_room, room_of
from openchair.rooms.refusals import Refused
from openchair.rooms.speaking import has_heard_before
from openchair.rooms.views.doors import seats_of


@signed_in
@once
def door(request: Request, series_id: str) -> HttpResponse:
    """The doorstep (GET) and the step inside (POST)."""
    series, membership = _meeting(request, series_id)
    form = AliasForm(sent(request))
    line = _why_not(request, series)
    if request.method == "POST" and (membership or form.is_valid()):
        try:
            room = open_room(series=series, person=request.person)
            enter(
                room=room, person=request.person, alias=form.cleaned_data["alias"] if not membership else ""
            )
            return go("room", room.public_id)
        except Refused as refused:
            line = str(refused.line)
    return _doorstep(request, series, membership, form, line)


def _put_out(request: Request, series: Series) -> QuerySet[PutOut]:
    return PutOut.objects.filter(seat__person=request.person, seat__room__occurrence__series=series)


def _why_not(request: Request, series: Series) -> str:
    """Why this person cannot come in, said before they try the door; empty when they may."""
    if _put_out(request, series).exists():
        return str(PUT_OUT)
    return str(CLOSED) if has_closed(series) else ""


def _meeting(request: Request, series_id: str) -> tuple[Series, Membership | None]:
    series = get_object_or_404(
        Series.objects.visible_to(request.person).select_related("group").distinct(), public_id=series_id
    )
    membership = Membership.objects.current().filter(group=series.group, person=request.person).first()
    if membership is None and not series.group.guests and not series.group.listed:
        raise Http404
    return series, membership


def _doorstep(
    request: Request, series: Series, membership: Membership | None, form: AliasForm, line: str
) -> HttpResponse:
    room = room_of(series)
    answer = page(
        request,
        "rooms/door.html",
        status=UNPROCESSABLE if request.method == "POST" else 200,
        series=series,
        membership=membership,
        room=room,
        has_heard=room is not None and _has_heard(request, room),
        can_open=may_open(series, membership),
        may_enter=membership is not None or series.group.guests,
        begins=_begins(series, request.zone),
        form=form,
        line=line,
    )
    if _put_out(request, series).filter(at__gt=now() - UNDO).exists():
        # It may be undone: the page looks once more when that is over.
        answer["Refresh"] = str(UNDO.seconds + 2)
    return answer


def _has_heard(request: Request, room: Room) -> bool:
    """Did they hear words before they went out, or were put out?"""
    gone = seats_of(request, room).filter(place=Seat.Place.GONE).first()
    return gone is not None and has_heard_before(gone)


def _begins(series: Series, zone: ZoneInfo) -> str:
    span = series.next
    if span is None or span.start <= now():
        return ""
    day, time = saying.day(span.start, zone, now()), saying.begins(span, zone)
    return f"{day}, {time}, {saying.zone_words(zone.key)}"
