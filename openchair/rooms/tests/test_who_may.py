"""Every address of a room, asked for by everybody: outsider, waiting, member, greeter and host."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from openchair.rooms.duties import give, take_back
from openchair.rooms.entering import ask_to_wait, enter
from openchair.rooms.hands import raise_hand
from openchair.rooms.models import Role, Seat
from openchair.rooms.tests.scene import Scene, the_scene
from openchair.rooms.urls import urlpatterns
from tests import recipes
from tests.cast import client_of

pytestmark = pytest.mark.django_db

OPEN_TO_MEMBERS = {
    *(
        "room-here",
        "room-hand",
        "room-hand-down",
        "room-turn-done",
        "room-words",
        "room-reading",
        "room-responses",
    ),
}
GREETERS_TOO = {"room-admit", "room-seen", "room-calm", "room-calm-end"}
LEADERS = {
    *(
        "room-turns",
        "room-turn-time",
        "room-turn-end",
        "room-line",
        "room-step",
        "room-duties",
        "room-duties-end",
    ),
    *("room-quiet", "room-quiet-end", "room-wait", "room-put-out", "room-put-out-undo", "room-settings"),
    "room-closing",
}
ALL = sorted(OPEN_TO_MEMBERS | GREETERS_TOO | LEADERS)
SERVED, WITHOUT_ROLE, NOT_FOUND, TO_THE_DOORSTEP = "served", "without role", "not found", "to the doorstep"


def ask(scene: Scene, who: Client, name: str) -> str:
    """What somebody gets for a POST that names Chidi."""
    data = {"seat": scene.chidi.public_id, "role": Role.READER}
    answer = who.post(reverse(name, args=[scene.room.public_id]), data)
    if answer.status_code == 404:
        return NOT_FOUND
    if "needs a role" in answer.content.decode():
        assert answer.status_code == 409
        return WITHOUT_ROLE
    if answer.status_code == 303 and answer["Location"] == reverse("room", args=[scene.room.public_id]):
        return TO_THE_DOORSTEP
    assert answer.status_code in {204, 303, 409, 422}
    return SERVED


@pytest.mark.parametrize("name", ALL)
def test_a_host_is_served_and_an_outsider_finds_nothing(name: str) -> None:
    scene = the_scene()
    assert ask(scene, client_of(scene.cast.dana), name) == NOT_FOUND
    assert ask(scene, client_of(scene.cast.amara), name) == SERVED


@pytest.mark.parametrize("name", ALL)
def test_a_member_may_speak_and_listen_and_for_the_rest_reads_kindly_that_it_takes_a_role(name: str) -> None:
    scene = the_scene()
    expected = SERVED if name in OPEN_TO_MEMBERS else WITHOUT_ROLE
    assert ask(scene, client_of(scene.cast.ben), name) == expected


@pytest.mark.parametrize("name", ALL)
def test_a_greeter_may_let_in_and_press_calm(name: str) -> None:
    scene = the_scene()
    give(room=scene.room, seat=scene.ben, role=Role.GREETER)
    expected = SERVED if name in OPEN_TO_MEMBERS | GREETERS_TOO else WITHOUT_ROLE
    assert ask(scene, client_of(scene.cast.ben), name) == expected


@pytest.mark.parametrize("name", sorted(GREETERS_TOO | LEADERS))
def test_a_role_that_was_taken_back_changes_nothing_any_more(name: str) -> None:
    scene = the_scene()
    give(room=scene.room, seat=scene.ben, role=Role.COHOST)
    take_back(room=scene.room, seat=scene.ben, role=Role.COHOST)
    assert ask(scene, client_of(scene.cast.ben), name) == WITHOUT_ROLE
    assert scene.again().step == 0 and not scene.again().is_calm and scene.again().is_open
    assert scene.seat(scene.cast.chidi).is_inside


@pytest.mark.parametrize("name", ALL)
def test_whoever_waits_outside_is_led_back_to_the_doorstep(name: str) -> None:
    scene = the_scene()
    ask_to_wait(room=scene.room, seat=scene.ben)
    assert ask(scene, client_of(scene.cast.ben), name) == TO_THE_DOORSTEP
    assert not scene.seat(scene.cast.ben).is_inside and not scene.room.hands.exists()


@pytest.mark.parametrize("name", ALL)
def test_somebody_without_an_account_is_asked_to_sign_in(name: str) -> None:
    scene = the_scene()
    answer = Client().post(reverse(name, args=[scene.room.public_id]))
    assert answer.status_code == 303 and "sign-in" in answer["Location"]


def test_every_address_of_a_room_stands_in_this_table() -> None:
    asked_elsewhere = {"room", "room-door", "room-out", "room-about", "room-block", "room-people"}
    assert {pattern.name for pattern in urlpatterns} == set(ALL) | asked_elsewhere | {"room-heard"}


def test_an_outsider_finds_neither_room_nor_door() -> None:
    scene = the_scene()
    assert client_of(scene.cast.ben).get(reverse("room", args=[scene.room.public_id])).status_code == 200
    dana = client_of(scene.cast.dana)
    assert dana.get(reverse("room", args=[scene.room.public_id])).status_code == 404
    assert dana.get(reverse("room-door", args=[scene.series.public_id])).status_code == 404


def test_those_who_lead_are_not_put_out_by_each_other() -> None:
    scene = the_scene()
    give(room=scene.room, seat=scene.ben, role=Role.COHOST)
    answer = client_of(scene.cast.ben).post(
        reverse("room-put-out", args=[scene.room.public_id]), {"seat": scene.amara.public_id}
    )
    assert answer.status_code == 409
    assert scene.seat(scene.cast.amara).is_inside


def test_a_seat_of_another_room_is_nobody_here() -> None:
    scene = the_scene()
    elsewhere = Seat.objects.create(
        room=scene.room,
        person=scene.cast.dana,
        alias="Dana",
        present_until=scene.ben.present_until,
        answers_until=scene.ben.answers_until,
    )
    elsewhere.delete()
    answer = client_of(scene.cast.amara).post(
        reverse("room-quiet", args=[scene.room.public_id]), {"seat": elsewhere.public_id}
    )
    assert answer.status_code == 404


@pytest.mark.parametrize(
    "name", ["room-turns", "room-turn-time", "room-turn-end", "room-quiet", "room-admit"]
)
def test_an_id_that_nothing_can_have_is_nobody_here(name: str) -> None:
    scene = the_scene()
    sent = {"seat": "a\0b", "hand": "a\0b", "turn": "a\0b"}
    answer = client_of(scene.cast.amara).post(reverse(name, args=[scene.room.public_id]), sent)
    assert answer.status_code in (303, 404)


def test_words_refused_come_back_in_their_field() -> None:
    scene = the_scene()
    answer = client_of(scene.cast.ben).post(
        reverse("room-words", args=[scene.room.public_id]), {"words": "I typed this for ten minutes"}
    )
    assert answer.status_code == 422
    assert "I typed this for ten minutes" in answer.content.decode()


def test_words_that_are_missing_or_far_too_long_are_said_beside_the_field() -> None:
    scene = the_scene()
    amara = client_of(scene.cast.amara)
    address = reverse("room-words", args=[scene.room.public_id])
    assert "There are no words here yet." in amara.post(address, {}).content.decode()
    assert "This is too long." in amara.post(address, {"words": "a" * 5000}).content.decode()


def test_the_page_asks_the_same_number_of_questions_however_many_are_here() -> None:
    scene = the_scene()
    raise_hand(room=scene.room, seat=scene.ben)
    few = questions(scene, scene.amara), questions(scene, scene.ben)
    for number in range(20):
        somebody = recipes.person(f"somebody-{number}")
        recipes.member(scene.cast.harbour, somebody, f"Somebody {number}")
        raise_hand(room=scene.room, seat=enter(room=scene.room, person=somebody))
    assert (questions(scene, scene.amara), questions(scene, scene.ben)) == few


def test_the_page_of_a_member_reads_nothing_that_only_those_who_lead_are_shown() -> None:
    scene = the_scene()

    assert questions(scene, scene.ben) <= questions(scene, scene.amara) - 4


def questions(scene: Scene, seat: Seat) -> int:
    """How many queries the room's page takes for whoever sits there."""
    with CaptureQueriesContext(connection) as asked:
        assert client_of(seat.person).get(reverse("room", args=[scene.room.public_id])).status_code == 200
    return len(asked)


def test_a_page_that_stays_is_told_done_from_not_sent() -> None:
    scene = the_scene()
    address = reverse("room-hand", args=[scene.room.public_id])
    ben, stays = client_of(scene.cast.ben), {"X-Stays": "yes"}
    assert ben.post(address, headers=stays).status_code == 204
    ask_to_wait(room=scene.room, seat=scene.ben)
    assert ben.post(address, headers=stays).status_code == 303
    assert Client().post(address, headers=stays).status_code == 401
