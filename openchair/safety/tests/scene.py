"""Somebody said something in Harbour that somebody else wants the hosts to know of."""

from openchair.kit.ids import public_id
from openchair.people.models import Person, Stewardship
from openchair.rooms.models import Room, Seat
from openchair.rooms.speaking import heard, say
from openchair.rooms.tests.scene import Scene, the_scene
from openchair.safety.models import Report
from openchair.safety.telling import tell

SAID = "come to my boat at the quay and bring money"
NOTE = "this is the third time, ask Wren"


def an_open_floor() -> Scene:
    """Everybody in the circle may speak."""
    scene = the_scene()
    Room.objects.update(chat="all")
    return scene


def utter(scene: Scene, seat: Seat, text: str = SAID) -> str:
    """`seat` says something; the id of what was said."""
    utterance = public_id()
    say(room=scene.room, seat=seat, text=text, utterance_id=utterance)
    return utterance


def tell_of(
    scene: Scene, teller: Seat, speaker: Seat, *, reason: str = "selling", note: str = NOTE
) -> Report:
    """`teller` tells the hosts of something that `speaker` says."""
    seat = scene.seat(teller.person)
    said = heard(seat, utter(scene, speaker))
    assert said is not None
    return tell(seat=seat, said=said, reason=reason, note=note)


def steward(person: Person) -> Person:
    """This person, who keeps the place too."""
    Stewardship.objects.get_or_create(person=person)
    return person
