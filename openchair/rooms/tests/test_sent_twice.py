"""The same form of the room sent twice, or twenty times at once, is heard once (S18)."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from openchair.kit.clock import now
from openchair.library.scripts import script
from openchair.live.words import words
from openchair.rooms.models import Room
from openchair.rooms.tests.scene import Scene, the_scene
from tests.at_once import TIMES, all_at_once, tab_of
from tests.cast import client_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.requirement("S18")]
SAID = "the lighthouse kept me up"


@pytest.fixture
def scene() -> Scene:
    """A room where everyone may write at any time."""
    made = the_scene()
    Room.objects.update(chat="all")
    return made


def send(client: Client, scene: Scene, name: str, **form: str) -> int:
    """The status of this form, sent to an address of the room."""
    return client.post(reverse(name, args=[scene.room.public_id]), form).status_code


def heard(scene: Scene) -> list[str]:
    """All that was said, whoever said it."""
    room = scene.again()
    return [one.text for one in words().said(room.pk, room.word_key, now() - timedelta(hours=1))]


def test_words_sent_twice_are_said_once(scene: Scene) -> None:
    ben = client_of(scene.cast.ben)
    for _time in range(2):
        assert send(ben, scene, "room-words", words=SAID, submit_id="same") == 303
    assert heard(scene) == [SAID]


def test_the_same_words_on_two_forms_are_said_twice(scene: Scene) -> None:
    ben = client_of(scene.cast.ben)
    for submit_id in ("one", "another"):
        assert send(ben, scene, "room-words", words=SAID, submit_id=submit_id) == 303
    assert heard(scene) == [SAID, SAID]


def test_words_that_were_refused_can_be_sent_with_the_same_form(scene: Scene) -> None:
    Room.objects.update(chat="speaker")
    ben = client_of(scene.cast.ben)
    assert send(ben, scene, "room-words", words=SAID, submit_id="same") == 422
    Room.objects.update(chat="all")
    assert send(ben, scene, "room-words", words=SAID, submit_id="same") == 303
    assert heard(scene) == [SAID]


def test_a_line_sent_twice_is_said_once(scene: Scene) -> None:
    steps = script(scene.series.format).steps
    number = next(number for number, step in enumerate(steps) if step.line)
    Room.objects.update(step=number)
    amara = client_of(scene.cast.amara)
    for _time in range(2):
        assert send(amara, scene, "room-line", come_from=str(number), submit_id="same") == 303
    assert heard(scene) == [str(steps[number].line)]


def test_words_sent_twenty_times_at_once_are_said_once(scene: Scene) -> None:
    ben = client_of(scene.cast.ben)
    form = {"words": SAID, "submit_id": "same"}
    statuses = all_at_once(lambda _number: send(tab_of(ben), scene, "room-words", **form))
    assert statuses == [303] * TIMES
    assert heard(scene) == [SAID]


def test_a_hand_raised_twenty_times_at_once_is_one_hand(scene: Scene) -> None:
    ben = client_of(scene.cast.ben)
    statuses = all_at_once(lambda _number: send(tab_of(ben), scene, "room-hand", kind="hand"))
    assert statuses == [303] * TIMES
    assert scene.room.hands.get().seat == scene.ben
