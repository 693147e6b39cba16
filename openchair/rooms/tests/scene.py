"""A meeting that is on now in Harbour, with everybody in their seat."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, TypedDict, Unpack
from zoneinfo import ZoneInfo

from openchair.groups.models import Group
from openchair.kit.clock import now
from openchair.kit.ids import public_id
from openchair.meetings.models import Series
from openchair.people.models import Person
from openchair.rooms import guarding
from openchair.rooms.entering import ask_to_wait, enter, go_out, let_in
from openchair.rooms.models import Room, Seat
from openchair.rooms.opening import open_room
from openchair.rooms.speaking import say
from tests.cast import Cast, the_cast


class Told(TypedDict, total=False):
    """What a test says about the meeting; what is left out keeps the default."""

    door: str
    chat_rule: str
    capacity: int


@dataclass(frozen=True, slots=True)
class Scene:
    """The cast, the meeting and its open room; Amara has the chair, Ben and Chidi sit in the circle."""

    cast: Cast
    series: Series
    room: Room
    amara: Seat
    ben: Seat
    chidi: Seat

    def seat(self, person: Person) -> Seat:
        """The seat of somebody as it is in the database now."""
        return (
            Seat.objects.prefetch_related("duties").select_related("room").get(room=self.room, person=person)
        )

    def again(self) -> Room:
        """The room as it is in the database now."""
        return Room.objects.select_related("occurrence__series__group").get(pk=self.room.pk)


def meeting_now(group: Group, *, minutes_ago: int = 5, **told: Unpack[Told]) -> Series:
    """A weekly meeting whose occurrence began a moment ago."""
    start = (
        (now() - timedelta(minutes=minutes_ago)).replace(second=0, microsecond=0).astimezone(ZoneInfo("UTC"))
    )
    series = Series(
        group=group,
        door="members",
        name="Evening circle",
        weekday=start.weekday(),
        wall=start.time(),
        zone="UTC",
        minutes=60,
    )
    for name, value in told.items():
        setattr(series, name, value)
    series.find_next(now())
    series.save()
    return series


def the_scene(**told: Unpack[Told]) -> Scene:
    """Amara opens the room; Ben and Chidi come in."""
    cast = the_cast()
    series = meeting_now(cast.harbour, **told)
    room = open_room(series=series, person=cast.amara)
    amara, ben, chidi = (enter(room=room, person=person) for person in (cast.amara, cast.ben, cast.chidi))
    return Scene(cast, series, room, amara, ben, chidi)


def an_open_floor(**told: Unpack[Told]) -> Scene:
    """Everybody in the circle may speak."""
    scene = the_scene(**told)
    Room.objects.update(chat="all")
    return scene


def utter(scene: Scene, seat: Seat, text: str) -> str:
    """`seat` says something; the id of what was said."""
    utterance = public_id()
    say(room=scene.room, seat=seat, text=text, utterance_id=utterance)
    return utterance


def _calmed(scene: Scene) -> None:
    guarding.calm(room=scene.room)
    guarding.resume(room=scene.room)


# How Ben comes to be outside while the meeting goes on, and how he comes in again.
OUT: Final[dict[str, Callable[[Scene], None]]] = {
    "sent out by the Calm Room": _calmed,
    "asked to wait": lambda scene: ask_to_wait(room=scene.room, seat=scene.ben),
    "put out": lambda scene: guarding.put_out(room=scene.room, seat=scene.ben),
    "gone out": lambda scene: go_out(room=scene.room, seat=scene.ben),
}


def in_again(scene: Scene) -> Seat:
    """Ben comes in again, however he came to be outside."""
    if not guarding.undo_put_out(room=scene.room, seat=scene.ben):
        seat = enter(room=scene.room, person=scene.cast.ben)
        let_in(room=scene.room, seat=seat)
    return scene.seat(scene.cast.ben)
