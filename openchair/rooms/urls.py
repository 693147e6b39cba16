"""Addresses of rooms: the kind and a random id, nothing else."""

from django.urls import path

from openchair.live.doors import doors
from openchair.rooms import watching
from openchair.rooms.stream_door import RoomDoor
from openchair.rooms.views import (
    about,
    door,
    duties,
    hand,
    heard,
    leaving,
    people,
    room,
    safety,
    step,
    turn,
    words,
)

__all__ = ["urlpatterns", "watching"]

# The addresses are read when a server starts: from then on the hub knows our door, and the ticks run.
doors.register("rooms", RoomDoor())

_R = "rooms/<str:room_id>/"

urlpatterns = [
    path("meetings/<str:series_id>/door/", door.door, name="room-door"),
    path(_R, room.show, name="room"),
    path(f"{_R}people/", people.show, name="room-people"),
    path(f"{_R}out/", leaving.out, name="room-out"),
    path(f"{_R}here/", leaving.here, name="room-here"),
    path(f"{_R}closing/", leaving.end, name="room-closing"),
    path(f"{_R}heard/", heard.show, name="room-heard"),
    path(f"{_R}hand/", hand.create, name="room-hand"),
    path(f"{_R}hand/lowering/", hand.delete, name="room-hand-down"),
    path(f"{_R}turns/", turn.create, name="room-turns"),
    path(f"{_R}turn/time/", turn.extend, name="room-turn-time"),
    path(f"{_R}turn/end/", turn.end, name="room-turn-end"),
    path(f"{_R}turn/mine/end/", turn.end_mine, name="room-turn-done"),
    path(f"{_R}words/", words.create, name="room-words"),
    path(f"{_R}words/line/", words.line, name="room-line"),
    path(f"{_R}words/reading/", words.reading, name="room-reading"),
    path(f"{_R}words/<str:utterance_id>/", about.show, name="room-about"),
    path(f"{_R}words/<str:utterance_id>/block/", about.block_speaker, name="room-block"),
    path(f"{_R}responses/", words.response, name="room-responses"),
    path(f"{_R}step/", step.update, name="room-step"),
    path(f"{_R}duties/", duties.create, name="room-duties"),
    path(f"{_R}duties/end/", duties.delete, name="room-duties-end"),
    path(f"{_R}quiet/", safety.quiet, name="room-quiet"),
    path(f"{_R}quiet/end/", safety.end_quiet, name="room-quiet-end"),
    path(f"{_R}waiting/", safety.wait, name="room-wait"),
    path(f"{_R}waiting/seen/", safety.see, name="room-seen"),
    path(f"{_R}admissions/", safety.admit, name="room-admit"),
    path(f"{_R}removals/", safety.put_out, name="room-put-out"),
    path(f"{_R}removals/undo/", safety.undo_put_out, name="room-put-out-undo"),
    path(f"{_R}door/", safety.door, name="room-settings"),
    path(f"{_R}calm/", safety.calm, name="room-calm"),
    path(f"{_R}calm/end/", safety.resume, name="room-calm-end"),
]
