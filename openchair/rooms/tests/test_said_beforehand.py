"""What was said before the meeting holds in the room: who keeps time, and what it is about."""

import pytest
from django.urls import reverse

from openchair.meetings.choosing import choose
from openchair.meetings.claiming import TIME, claim
from openchair.people.tests.steps import text_of
from openchair.rooms.duties import take_back
from openchair.rooms.entering import ask_to_wait, enter, go_out, let_in
from openchair.rooms.models import Role
from openchair.rooms.policy import roles_of
from openchair.rooms.tests.scene import Scene, the_scene
from tests.cast import client_of
from tests.recipes import member_of

pytestmark = pytest.mark.django_db


def promised(scene: Scene, name: str) -> None:
    """This one said that they would keep time."""
    start = scene.room.occurrence.starts_at
    member = member_of(scene.cast.harbour, getattr(scene.cast, name))
    claim(series=scene.series, start=start, membership=member, reading=TIME)


def test_whoever_said_so_keeps_time_from_coming_in_on() -> None:
    scene = the_scene()
    promised(scene, "eli")
    assert Role.TIMEKEEPER in roles_of(enter(room=scene.room, person=scene.cast.eli))
    assert Role.TIMEKEEPER not in roles_of(scene.seat(scene.cast.ben))


def test_whoever_waits_outside_keeps_time_once_they_are_let_in() -> None:
    scene = the_scene()
    promised(scene, "ben")
    ask_to_wait(room=scene.room, seat=scene.ben)
    assert Role.TIMEKEEPER not in roles_of(scene.seat(scene.cast.ben))
    let_in(room=scene.room, seat=scene.ben)
    assert Role.TIMEKEEPER in roles_of(scene.seat(scene.cast.ben))


def test_one_person_keeps_time_and_it_is_given_on() -> None:
    scene = the_scene()
    promised(scene, "ben")
    go_out(room=scene.room, seat=scene.ben)
    back = enter(room=scene.room, person=scene.cast.ben)
    assert Role.TIMEKEEPER in roles_of(back)
    take_back(room=scene.room, seat=back, role=Role.TIMEKEEPER)
    assert Role.TIMEKEEPER not in roles_of(scene.seat(scene.cast.ben))


def test_the_topic_stands_in_the_room() -> None:
    scene = the_scene()
    path = reverse("room", args=[scene.room.public_id])
    assert "topic" not in text_of(client_of(scene.cast.ben).get(path).content)
    start = scene.room.occurrence.starts_at
    chidi = member_of(scene.cast.harbour, scene.cast.chidi)
    choose(series=scene.series, start=start, membership=chidi, words="What helps on Sundays")
    assert "Today’s topic: What helps on Sundays" in text_of(client_of(scene.cast.ben).get(path).content)
