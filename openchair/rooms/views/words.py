"""What is said in the room."""

from django.http import HttpResponse

from openchair.kit.ids import public_id
from openchair.kit.pages import UNPROCESSABLE
from openchair.people.once import once
from openchair.people.requests import Request
from openchair.rooms.forms import ResponseForm, SayForm
from openchair.rooms.models import Room, Seat
from openchair.rooms.picture import may_read, picture_of
from openchair.rooms.refusals import Refused
from openchair.rooms.speaking import respond, say, say_line, say_what_helped
from openchair.rooms.views.doors import back, in_room
from openchair.rooms.views.room import room_page


@in_room("room.be")
def create(request: Request, room: Room, seat: Seat) -> HttpResponse:
    """Say something. What cannot be said just now comes back in its field."""
    return _say_once(request, room, seat)


@in_room("room.run")
def line(request: Request, room: Room, seat: Seat) -> HttpResponse:
    """Say the line of this step."""
    return _line_once(request, room, seat, str(picture_of(room).step.line))


@in_room("room.be")
def reading(request: Request, room: Room, seat: Seat) -> HttpResponse:
    """Read the reading of this step aloud: for whoever claimed it, for readers and for those who lead."""
    picture = picture_of(room)
    text = str(picture.reading.text) if picture.reading and may_read(seat, picture) else ""
    return _line_once(request, room, seat, text)


@in_room("room.be")
def response(request: Request, room: Room, seat: Seat) -> HttpResponse:
    """Respond to something that was said."""
    utterance, _, kind = request.POST.get("response", "").partition(":")
    form = ResponseForm({"utterance": utterance, "kind": kind})
    if form.is_valid():
        respond(room=room, seat=seat, utterance_id=utterance, kind=kind)
    return back(room, "mine")


@once
def _say_once(request: Request, room: Room, seat: Seat) -> HttpResponse:
    form = SayForm(request.POST)
    if form.is_valid():
        speak = say_what_helped if request.POST.get("about") == "helped" else say
        try:
            speak(room=room, seat=seat, text=form.cleaned_data["words"], utterance_id=public_id())
            return back(room, "mine")
        except Refused as refused:
            form.add_error("words", str(refused.line))
    return room_page(request, seat, form, status=UNPROCESSABLE)


@once
def _line_once(request: Request, room: Room, seat: Seat, text: str) -> HttpResponse:
    if text and request.POST.get("come_from") == str(room.step):
        say_line(room=room, seat=seat, text=text, utterance_id=public_id())
    return back(room)
