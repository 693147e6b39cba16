"""The page of what one heard: for whoever holds a seat, by a quiet link, and a way to block from there."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.fixtures import Settings

from openchair.groups.leaving import remove
from openchair.kit.clock import now
from openchair.live.words import words
from openchair.people.models import Block, Person
from openchair.rooms.closing import close
from openchair.rooms.entering import enter
from openchair.rooms.models import Room
from openchair.rooms.tests.scene import OUT, Scene, an_open_floor, in_again, utter
from tests.cast import client_of

pytestmark = pytest.mark.django_db
SAID, MEANWHILE = "you will be sorry for this", "they have gone, good"
NOTHING = "Nothing of what you heard is kept here any more."


def url(scene: Scene, name: str, *more: str) -> str:
    return reverse(name, args=[scene.room.public_id, *more])


def door(scene: Scene) -> str:
    return reverse("room-door", args=[scene.series.public_id])


def shown(person: Person, path: str) -> str:
    answer = client_of(person).get(path, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("how", OUT)
def test_where_somebody_finds_themselves_outside_a_link_leads_to_what_they_heard(how: str) -> None:
    scene = an_open_floor()
    utterance = utter(scene, scene.chidi, SAID)
    OUT[how](scene)
    utter(scene, scene.amara, MEANWHILE)
    outside = shown(scene.cast.ben, url(scene, "room"))
    assert url(scene, "room-heard") in outside and SAID not in outside
    page = shown(scene.cast.ben, url(scene, "room-heard"))
    assert SAID in page and url(scene, "room-about", utterance) in page
    assert "About what Chidi said" in page and MEANWHILE not in page and "Thank you" not in page
    in_again(scene)
    room = shown(scene.cast.ben, url(scene, "room"))
    assert url(scene, "room-heard") in room and SAID not in room and MEANWHILE not in room


@pytest.mark.parametrize("how", OUT)
def test_who_heard_nothing_is_led_nowhere_and_is_told_so_when_asking(how: str) -> None:
    scene = an_open_floor()
    assert url(scene, "room-heard") not in shown(scene.cast.ben, url(scene, "room"))
    OUT[how](scene)
    utter(scene, scene.amara, MEANWHILE)
    for where in (url(scene, "room"), door(scene)):
        assert url(scene, "room-heard") not in shown(scene.cast.ben, where)
    page = shown(scene.cast.ben, url(scene, "room-heard"))
    assert NOTHING in page and MEANWHILE not in page
    assert url(scene, "room") in page


@pytest.mark.parametrize("how", OUT)
def test_blocking_from_outside_hides_the_words_and_leads_to_a_page_that_is_there(how: str) -> None:
    scene = an_open_floor()
    utterance = utter(scene, scene.chidi, SAID)
    OUT[how](scene)
    ben = client_of(scene.cast.ben)
    about = ben.get(url(scene, "room-about", utterance)).content.decode()
    assert SAID in about and url(scene, "room-heard") in about
    answer = ben.post(url(scene, "room-block", utterance), follow=True)
    assert answer.status_code == 200 and "Blocked." in answer.content.decode()
    assert Block.objects.filter(person=scene.cast.ben, other=scene.cast.chidi).exists()
    assert NOTHING in shown(scene.cast.ben, url(scene, "room-heard"))
    assert ben.get(url(scene, "room-about", utterance)).status_code == 404


@pytest.mark.parametrize("how", OUT)
def test_words_said_while_somebody_was_outside_are_not_there_for_them(how: str) -> None:
    scene = an_open_floor()
    OUT[how](scene)
    meanwhile = utter(scene, scene.amara, MEANWHILE)
    ben = client_of(scene.cast.ben)
    assert client_of(scene.cast.amara).get(url(scene, "room-about", meanwhile)).status_code == 200
    for _time in range(2):
        assert ben.get(url(scene, "room-about", meanwhile)).status_code == 404
        assert ben.post(url(scene, "room-block", meanwhile)).status_code == 404
        in_again(scene)
    assert not Block.objects.filter(person=scene.cast.ben).exists()


def test_the_page_is_there_for_whoever_holds_a_seat_and_for_nobody_else() -> None:
    scene = an_open_floor()
    utter(scene, scene.chidi, SAID)
    OUT["gone out"](scene)
    path = url(scene, "room-heard")
    assert SAID in shown(scene.cast.ben, path) and NOTHING in shown(scene.cast.amara, path)
    for somebody in (scene.cast.dana, scene.cast.eli):
        assert client_of(somebody).get(path).status_code == 404
    assert "sign-in" in Client().get(path)["Location"]
    assert scene.ben.membership and scene.amara.membership
    remove(membership=scene.ben.membership, by=scene.amara.membership, reason="Selling in the room.")
    assert client_of(scene.cast.ben).get(path).status_code == 404


def test_once_the_room_is_closed_it_leads_to_the_page_that_says_so() -> None:
    scene = an_open_floor()
    utter(scene, scene.chidi, SAID)
    OUT["put out"](scene)
    close(room=scene.room)
    closed = shown(scene.cast.ben, url(scene, "room-heard"))
    assert "This meeting has closed" in closed and SAID not in closed


@pytest.mark.parametrize(("how", "counts"), [("asked to wait", True), ("gone out", False)])
def test_reading_it_keeps_ones_place_on_the_doorstep_and_keeps_no_room_open(how: str, counts: bool) -> None:
    scene = an_open_floor()
    OUT[how](scene)
    scene.room.seats.filter(pk=scene.ben.pk).update(present_until=scene.room.opened_at)
    shown(scene.cast.ben, url(scene, "room-heard"))
    assert (scene.seat(scene.cast.ben).present_until > now()) is counts


def test_with_the_store_away_the_door_stays_open(settings: Settings) -> None:
    scene = an_open_floor()
    utter(scene, scene.chidi, SAID)
    OUT["put out"](scene)
    settings.OPENCHAIR_REDIS = "redis://127.0.0.1:1/0"
    words.cache_clear()
    try:
        assert url(scene, "room-heard") in shown(scene.cast.ben, door(scene))
    finally:
        words.cache_clear()


def test_the_page_asks_the_same_number_of_questions_however_much_was_said() -> None:
    scene = an_open_floor()
    utter(scene, scene.chidi, SAID)
    OUT["put out"](scene)
    few = questions(scene)
    Room.objects.update(door="open")
    for number in range(3):
        in_again(scene)
        for seat in (scene.amara, scene.chidi, enter(room=scene.room, person=scene.cast.eli)):
            utter(scene, seat, f"{SAID} {number}")
        OUT["put out"](scene)
    assert questions(scene) == few


def questions(scene: Scene) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert SAID in shown(scene.cast.ben, url(scene, "room-heard"))
    return len(asked)
