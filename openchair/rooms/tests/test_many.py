"""Many people and many words: every chair taken, more names than lines, more words than anybody reads."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from openchair.kit.clock import now
from openchair.kit.ids import public_id
from openchair.live.words import words
from openchair.rooms.duties import give
from openchair.rooms.entering import ask_to_wait, enter, go_out, let_in
from openchair.rooms.models import Role, Room, Seat
from openchair.rooms.refusals import Refused
from openchair.rooms.speaking import SAYING, say, say_line
from openchair.rooms.tests.scene import Scene, the_scene
from openchair.rooms.watching import watch_rooms
from tests import recipes
from tests.cast import client_of

pytestmark = pytest.mark.django_db
NAME = re.compile(r"<summary>(?:<svg.*?</svg>)?<bdi>([^<]*)</bdi>", re.DOTALL)


def url(scene: Scene, name: str) -> str:
    return reverse(name, args=[scene.room.public_id])


def crowd(scene: Scene, many: int) -> Seat:
    """So many more members sit down, by the alphabet the last ones first; the seat of who came last."""
    seat = scene.ben
    for number in reversed(range(many)):
        somebody = recipes.person(f"somebody {public_id()}")
        recipes.member(scene.cast.harbour, somebody, f"Pine {number:03}")
        seat = enter(room=scene.room, person=somebody)
    return seat


def names_on(client: Client, path: str) -> list[str]:
    answer = client.get(path)
    assert answer.status_code == 200
    return NAME.findall(answer.content.decode())


def test_a_greeter_fills_the_chairs_and_no_more() -> None:
    scene = the_scene(capacity=3)
    give(room=scene.room, seat=scene.ben, role=Role.GREETER)
    ask_to_wait(room=scene.room, seat=scene.chidi)
    last = crowd(scene, 1)
    ben, chidi = client_of(scene.cast.ben), {"seat": scene.chidi.public_id}
    refused = ben.post(url(scene, "room-admit"), chidi)
    assert refused.status_code == 409 and "Every chair is taken" in refused.content.decode()
    assert not scene.seat(scene.cast.chidi).is_inside
    go_out(room=scene.room, seat=last)
    assert ben.post(url(scene, "room-admit"), chidi).status_code == 303
    assert scene.seat(scene.cast.chidi).is_inside


def test_letting_in_twice_is_letting_in_once_also_when_every_chair_is_taken() -> None:
    scene = the_scene(capacity=3)
    let_in(room=scene.room, seat=scene.chidi)
    assert scene.seat(scene.cast.chidi).is_inside


def test_the_clock_lets_in_as_many_as_there_are_chairs() -> None:
    scene = the_scene(capacity=4, door="knock")
    crowd(scene, 5)
    for seat in (scene.ben, scene.chidi):
        let_in(room=scene.room, seat=seat)
    Seat.objects.filter(place="waiting").update(waits_since=now() - timedelta(minutes=4))
    Seat.objects.filter(pk=scene.amara.pk).update(answers_until=now() + timedelta(hours=1))
    watch_rooms()
    assert scene.room.seats.inside().count() == 4 and scene.room.seats.waiting().count() == 4


def test_more_than_twenty_things_in_a_minute_wait_in_their_field() -> None:
    scene = the_scene()
    Room.objects.update(chat="all")
    ben = client_of(scene.cast.ben)
    for number in range(SAYING.times):
        assert ben.post(url(scene, "room-words"), {"words": f"word {number}"}).status_code == 303
    answer = ben.post(url(scene, "room-words"), {"words": "one too many"})
    shown = answer.content.decode()
    assert answer.status_code == 422 and "a lot in one minute" in shown
    assert 'id="id_words-error"' in shown and "one too many" in shown
    say(room=scene.room, seat=scene.chidi, text="another voice", utterance_id=public_id())
    say_line(room=scene.room, seat=scene.ben, text="a line", utterance_id=public_id())
    with time_machine.travel(now() + timedelta(seconds=61)):
        say(room=scene.room, seat=scene.ben, text="later", utterance_id=public_id())


@pytest.mark.django_db(transaction=True)
def test_what_was_too_much_was_heard_by_nobody() -> None:
    scene = the_scene()
    Room.objects.update(chat="all")
    for number in range(SAYING.times):
        say(room=scene.room, seat=scene.ben, text=f"word {number}", utterance_id=public_id())
    with pytest.raises(Refused, match="still here"):
        say(room=scene.room, seat=scene.ben, text="one too many", utterance_id=public_id())
    said = [one.text for one in words().said(scene.room.pk, scene.room.word_key, scene.ben.came_at)]
    assert len(said) == SAYING.times and "one too many" not in said


def test_hosts_reach_everybody_by_name_sixty_at_a_time() -> None:
    scene = the_scene()
    amara = client_of(scene.cast.amara)
    assert url(scene, "room-people") not in amara.get(url(scene, "room")).content.decode()
    crowd(scene, 70)
    assert url(scene, "room-people") in amara.get(url(scene, "room")).content.decode()
    first = names_on(amara, url(scene, "room-people"))
    rest = names_on(amara, url(scene, "room-people") + "?page=2")
    assert first[:4] == ["Amara", "Ben", "Chidi", "Pine 000"] and len(first) == 60
    assert rest == [f"Pine {number:03}" for number in range(57, 70)]


def test_what_is_done_on_that_page_leads_back_to_it() -> None:
    scene = the_scene()
    amara = client_of(scene.cast.amara)
    shown = amara.get(url(scene, "room-people")).content.decode()
    assert shown.count('<input type="hidden" name="names" value="1">') == 1 + len(Role.choices)
    sent = {"seat": scene.ben.public_id, "names": "2"}
    assert amara.post(url(scene, "room-put-out"), sent)["Location"] == url(scene, "room-people") + "?page=2"
    assert not scene.seat(scene.cast.ben).is_inside
    assert "Undo" in amara.get(url(scene, "room-people")).content.decode()
    sent["names"] = "//elsewhere"
    assert amara.post(url(scene, "room-put-out-undo"), sent)["Location"] == url(scene, "room") + "#run"


def test_the_page_of_names_is_for_those_who_lead() -> None:
    scene = the_scene()
    path = url(scene, "room-people")
    assert client_of(scene.cast.amara).get(path).status_code == 200
    assert client_of(scene.cast.ben).get(path).status_code == 409
    assert client_of(scene.cast.dana).get(path).status_code == 404
    give(room=scene.room, seat=scene.ben, role=Role.GREETER)
    assert client_of(scene.cast.ben).get(path).status_code == 409
    assert "sign-in" in Client().get(path)["Location"]


def test_the_page_of_names_asks_the_same_number_of_questions_however_many_are_here() -> None:
    scene = the_scene()
    few = questions(scene)
    crowd(scene, 8)
    assert questions(scene) == few


def questions(scene: Scene) -> int:
    amara = client_of(scene.cast.amara)
    with CaptureQueriesContext(connection) as asked:
        assert amara.get(url(scene, "room-people")).status_code == 200
    return len(asked)
