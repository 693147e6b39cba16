"""Who left, went out, was put out or came too late: what they hear, and what comes back to them."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.urls import reverse

from openchair.kit.clock import now
from openchair.live.words import Utterance, words
from openchair.people.models import Session
from openchair.rooms import guarding
from openchair.rooms.closing import close
from openchair.rooms.entering import ask_to_wait
from openchair.rooms.stream_door import RoomDoor
from openchair.rooms.tests.scene import the_scene
from tests.cast import client_of, token_of

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("S14")
@pytest.mark.parametrize("mode", [Session.Mode.OWN, Session.Mode.SHARED])
def test_a_stream_of_a_browser_that_left_is_refused(mode: str) -> None:
    scene = the_scene()
    cookies = {settings.SESSION_COOKIE_NAME: token_of(scene.cast.ben, mode)}
    assert RoomDoor().admit(scene.room.public_id, cookies)
    assert RoomDoor().admit(scene.room.public_id, cookies | {"left": "1"}) is None
    assert RoomDoor().admit(scene.room.public_id, cookies | {"left": ""})


def test_going_out_twice_leads_to_the_meeting_both_times() -> None:
    scene = the_scene()
    ben, out = client_of(scene.cast.ben), reverse("room-out", args=[scene.room.public_id])
    answers = [ben.post(out) for _time in range(2)]
    assert {answer["Location"] for answer in answers} == {reverse("meeting", args=[scene.series.public_id])}


def test_whoever_was_put_out_is_shown_the_door_anew_when_it_cannot_be_undone_any_more() -> None:
    scene = the_scene()
    ben, door = client_of(scene.cast.ben), reverse("room-door", args=[scene.series.public_id])
    assert "Refresh" not in ben.get(door).headers
    guarding.put_out(room=scene.room, seat=scene.ben)
    assert ben.get(door)["Refresh"] == "12"
    with time_machine.travel(now() + timedelta(seconds=12), tick=False):
        assert "Refresh" not in ben.get(door).headers
    guarding.undo_put_out(room=scene.room, seat=scene.ben)
    assert "asked you to leave" not in ben.get(door).content.decode()


@pytest.mark.parametrize("how", ["waiting", "closed"])
def test_words_that_come_too_late_come_back_to_their_writer(how: str) -> None:
    scene = the_scene()
    if how == "waiting":
        ask_to_wait(room=scene.room, seat=scene.ben)
    else:
        close(room=scene.room)
    ben, words = client_of(scene.cast.ben), reverse("room-words", args=[scene.room.public_id])
    answer = ben.post(words, {"words": "the reeds were loud"})
    assert answer.status_code == 409 and "the reeds were loud" in answer.content.decode()
    assert ben.post(words, {"words": " "}).status_code == 303


def test_the_page_about_words_says_that_whoever_leads_is_still_here() -> None:
    scene = the_scene()
    said = Utterance("u" * 16, scene.ben.public_id, scene.cast.ben.pk, "turn", "a little", now())
    words().say(scene.room.pk, scene.room.word_key, said)
    about = reverse("room-about", args=[scene.room.public_id, said.id])
    assert "still-here" in client_of(scene.cast.amara).get(about).content.decode()
    assert "<still-here" not in client_of(scene.cast.chidi).get(about).content.decode()
