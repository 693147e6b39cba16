"""What the room's frames show, and what of one person never reaches the others."""

import pytest
from django.urls import reverse

from openchair.people.blocking import block
from openchair.rooms import streams
from openchair.rooms.duties import give
from openchair.rooms.guarding import quiet
from openchair.rooms.hands import raise_hand
from openchair.rooms.models import Hand, Role
from openchair.rooms.picture import EVERYBODY, may_read, own_views, picture_of
from openchair.rooms.streams import audience_of, state_frames
from openchair.rooms.tests.scene import Scene, the_scene
from openchair.rooms.turns import invite
from tests.reading import stands

pytestmark = pytest.mark.django_db


def shared(scene: Scene, audience: str = streams.MEMBERS) -> str:
    """The bytes that everybody of an audience gets."""
    return state_frames(picture_of(scene.again()), audience)


def test_a_burning_hand_is_known_to_those_who_lead_and_to_its_owner() -> None:
    scene = the_scene()
    raise_hand(room=scene.room, seat=scene.ben, kind=Hand.Kind.BURNING)
    assert scene.ben.public_id not in shared(scene)
    assert "needs to speak now" not in shared(scene, "greet")
    assert "needs to speak now" in shared(scene, "lead")
    own = own_views(picture_of(scene.again()))[scene.cast.ben.pk]
    assert own.burning == scene.ben.public_id


def test_who_is_asked_to_be_quiet_is_known_to_those_who_lead_and_to_themselves() -> None:
    scene = the_scene()
    quiet(room=scene.room, seat=scene.ben)
    assert scene.ben.public_id not in shared(scene)
    assert scene.ben.public_id in shared(scene, "lead")
    assert own_views(picture_of(scene.again()))[scene.cast.ben.pk].quieted == scene.ben.public_id


def test_a_blocked_persons_name_is_someone_for_the_one_who_blocked_and_the_other_way_round() -> None:
    scene = the_scene()
    block(person=scene.cast.chidi, other=scene.cast.ben)
    invite(room=scene.room, hand=raise_hand(room=scene.room, seat=scene.ben))
    picture = picture_of(scene.again())
    theirs = state_frames(picture, streams.MEMBERS, own_views(picture)[scene.cast.chidi.pk])
    assert "Someone is sharing" in theirs and not stands("Ben", theirs)
    assert "Ben is sharing" in state_frames(picture, streams.MEMBERS, EVERYBODY)


def test_nothing_in_a_shared_frame_belongs_to_one_person() -> None:
    scene = the_scene()
    for audience in (streams.MEMBERS, *streams.PANELS):
        assert "csrf" not in shared(scene, audience)
        assert "submit_id" not in shared(scene, audience)


@pytest.mark.parametrize(
    ("roles", "audience"),
    [
        ([], "member"),
        ([Role.READER], "member"),
        ([Role.GREETER], "greet"),
        ([Role.TIMEKEEPER], "time"),
        ([Role.GREETER, Role.TIMEKEEPER], "greet-time"),
        ([Role.COHOST], "lead"),
    ],
)
def test_each_role_gets_its_own_part_of_the_panel(roles: list[str], audience: str) -> None:
    scene = the_scene()
    for role in roles:
        give(room=scene.room, seat=scene.ben, role=role)
    assert audience_of(scene.seat(scene.cast.ben)) == audience


def test_the_panel_of_a_greeter_has_no_button_that_a_greeter_may_not_press() -> None:
    scene = the_scene()
    raise_hand(room=scene.room, seat=scene.chidi)
    page = shared(scene, "greet")
    for name in ("room-turns", "room-step", "room-put-out", "room-settings", "room-duties"):
        assert reverse(name, args=[scene.room.public_id]) not in page
    assert reverse("room-calm", args=[scene.room.public_id]) in page


def test_a_reader_by_role_can_read_the_reading_out_and_others_are_not_offered_it() -> None:
    scene = the_scene()
    give(room=scene.room, seat=scene.ben, role=Role.READER)
    steps = picture_of(scene.again()).script.steps
    scene.room.step = next(number for number, step in enumerate(steps) if step.reading)
    scene.room.save(update_fields=["step"])
    picture = picture_of(scene.again())
    assert picture.readers == [scene.ben.public_id]
    assert may_read(scene.seat(scene.cast.ben), picture)
    assert not may_read(scene.seat(scene.cast.chidi), picture)
