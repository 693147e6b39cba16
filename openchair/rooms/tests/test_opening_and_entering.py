"""When a room opens, who comes in, and who waits."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from openchair.kit.clock import now
from openchair.meetings.models import Series
from openchair.rooms.closing import close
from openchair.rooms.entering import ask_to_wait, enter, go_out, let_in, still_here
from openchair.rooms.forms import AliasForm
from openchair.rooms.models import Role, Room, Seat
from openchair.rooms.opening import open_room
from openchair.rooms.policy import roles_of
from openchair.rooms.refusals import Refused
from openchair.rooms.tests.scene import meeting_now, the_scene
from openchair.rooms.watching import watch_rooms
from tests import recipes
from tests.cast import client_of, the_cast

pytestmark = pytest.mark.django_db


def test_a_host_opens_the_room_fifteen_minutes_early_and_a_member_cannot() -> None:
    cast = the_cast()
    series = meeting_now(cast.harbour, minutes_ago=-14)
    with pytest.raises(Refused):
        open_room(series=series, person=cast.ben)
    assert open_room(series=series, person=cast.amara).is_open


def test_nobody_opens_it_sixteen_minutes_early() -> None:
    cast = the_cast()
    series = meeting_now(cast.harbour, minutes_ago=-17)
    with pytest.raises(Refused):
        open_room(series=series, person=cast.amara)


def test_a_member_opens_the_room_once_its_time_has_come_and_no_host_did() -> None:
    cast = the_cast()
    series = meeting_now(cast.harbour, minutes_ago=1)
    assert open_room(series=series, person=cast.ben).is_open


def test_opening_twice_is_one_room() -> None:
    scene = the_scene()
    assert open_room(series=scene.series, person=scene.cast.amara) == scene.room
    assert Room.objects.count() == 1


def test_a_meeting_that_closed_early_is_not_on_any_more_and_does_not_open_again() -> None:
    scene = the_scene()
    close(room=scene.room)
    series = Series.objects.get()
    assert series.next_start and series.next_start > now() + timedelta(days=6)
    for person in (scene.cast.amara, scene.cast.ben):
        with pytest.raises(Refused, match="This meeting has closed"):
            open_room(series=series, person=person)
    with time_machine.travel(series.next_start, tick=False):
        assert open_room(series=series, person=scene.cast.ben) != scene.room


def test_dates_worked_out_anew_do_not_open_a_closed_room() -> None:
    scene = the_scene()
    close(room=scene.room)
    Series.objects.all().recompute(now())
    door = (
        client_of(scene.cast.amara).get(reverse("room-door", args=[scene.series.public_id])).content.decode()
    )
    assert "This meeting has closed. Thank you for coming." in door
    assert "Open the room" not in door and "Other meetings" in door


def test_the_first_host_has_the_chair_and_members_come_in() -> None:
    scene = the_scene()
    assert roles_of(scene.seat(scene.cast.amara)) == {Role.CHAIR}
    assert scene.seat(scene.cast.ben).is_inside


def test_an_outsider_is_refused_where_guests_are_not_welcome() -> None:
    scene = the_scene()
    with pytest.raises(Refused):
        enter(room=scene.room, person=scene.cast.dana, alias="Dana")
    assert not scene.room.seats.filter(person=scene.cast.dana).exists()


def test_a_guest_waits_at_a_members_door_until_a_greeter_lets_them_in() -> None:
    scene = the_scene()
    scene.cast.harbour.guests = True
    scene.cast.harbour.save()
    dana = enter(room=scene.room, person=scene.cast.dana, alias="Dana")
    assert not dana.is_inside
    let_in(room=scene.room, seat=dana)
    assert scene.seat(scene.cast.dana).is_inside


def test_who_waits_three_minutes_comes_in_by_themselves_unless_the_door_is_locked() -> None:
    scene = the_scene(door="knock")
    waiting = Seat.objects.filter(pk=scene.ben.pk)
    assert not waiting.get().is_inside
    Seat.objects.filter(pk=scene.amara.pk).update(answers_until=now() + timedelta(hours=1))
    Room.objects.update(door=Room.Door.LOCKED)
    waiting.update(waits_since=now() - timedelta(minutes=4))
    watch_rooms()
    assert not waiting.get().is_inside
    Room.objects.update(door=Room.Door.KNOCK)
    watch_rooms()
    assert waiting.get().is_inside


def test_a_full_room_says_so_and_whoever_is_inside_stays() -> None:
    scene = the_scene(capacity=3)
    with pytest.raises(Refused, match="full"):
        enter(room=scene.room, person=scene.cast.eli)
    assert enter(room=scene.room, person=scene.cast.ben).is_inside


def test_a_host_finds_a_chair_in_a_full_room() -> None:
    scene = the_scene(capacity=3)
    go_out(room=scene.room, seat=scene.amara)
    enter(room=scene.room, person=scene.cast.eli)
    assert enter(room=scene.room, person=scene.cast.amara).is_inside


def test_back_within_ten_minutes_keeps_ones_own_span_and_later_begins_a_new_one() -> None:
    scene = the_scene()
    came = scene.ben.came_at
    with time_machine.travel(now() + timedelta(minutes=9), tick=False):
        assert enter(room=scene.room, person=scene.cast.ben).came_at == came
    with time_machine.travel(now() + timedelta(minutes=40), tick=False):
        assert enter(room=scene.room, person=scene.cast.ben).came_at > came


def test_going_out_lays_down_hand_turn_and_role() -> None:
    scene = the_scene()
    go_out(room=scene.room, seat=scene.amara)
    assert not scene.room.duties.exists()
    assert scene.room.seats.inside().count() == 2


def test_two_guests_cannot_go_by_one_name_nor_by_a_members() -> None:
    scene = the_scene(door="open")
    scene.cast.harbour.guests = True
    scene.cast.harbour.save()
    for name in ("ben", "BEN"):
        with pytest.raises(Refused, match="name"):
            enter(room=scene.room, person=scene.cast.dana, alias=name)
    assert enter(room=scene.room, person=scene.cast.dana, alias="Willow").alias == "Willow"


@pytest.mark.parametrize("name", ["B\u0435n", "Ben\u200e", "B\u00e9n."])
def test_a_guest_cannot_look_like_a_member(name: str) -> None:
    scene = the_scene(door="open")
    scene.cast.harbour.guests = True
    scene.cast.harbour.save()
    with pytest.raises(Refused, match="name"):
        enter(room=scene.room, person=scene.cast.dana, alias=name)
    assert enter(room=scene.room, person=scene.cast.dana, alias="Benedict").is_inside


@pytest.mark.parametrize("name", ["Host", "Ch\u0430ir", "\u200e\u200e", "dana@mail.example"])
def test_a_guests_name_is_no_role_no_address_and_can_be_seen(name: str) -> None:
    assert not AliasForm({"alias": name}).is_valid()
    assert AliasForm({"alias": "Willow"}).is_valid()


def test_a_member_comes_in_however_many_guests_go_by_that_name() -> None:
    scene = the_scene(door="open")
    scene.cast.harbour.guests = True
    scene.cast.harbour.save()
    for number, name in enumerate(("Willow", "Willow 2")):
        enter(room=scene.room, person=recipes.person(f"guest{number}"), alias=name)
    recipes.member(scene.cast.harbour, scene.cast.dana, "Willow")
    assert enter(room=scene.room, person=scene.cast.dana).alias == "Willow"
    assert sorted(scene.room.seats.filter(membership=None).names().values()) == [
        "Willow 2",
        "Willow 3",
    ]


def test_a_page_that_wakes_after_an_hour_hears_from_then_on() -> None:
    scene = the_scene()
    for later, goes_on in ((timedelta(minutes=9), True), (timedelta(hours=1), False)):
        with time_machine.travel(now() + later, tick=False):
            seat = scene.seat(scene.cast.ben)
            still_here(seat=seat, by_page=True)
            assert (scene.seat(scene.cast.ben).came_at == scene.ben.came_at) is goes_on


def test_who_was_asked_to_wait_is_let_in_by_a_person_and_by_no_clock() -> None:
    scene = the_scene(door="open")
    ask_to_wait(room=scene.room, seat=scene.ben)
    go_out(room=scene.room, seat=scene.seat(scene.cast.ben))
    assert not enter(room=scene.room, person=scene.cast.ben).is_inside
    Seat.objects.filter(pk=scene.ben.pk).update(waits_since=now() - timedelta(minutes=4))
    watch_rooms()
    assert not scene.seat(scene.cast.ben).is_inside
    let_in(room=scene.room, seat=scene.ben)
    assert scene.seat(scene.cast.ben).is_inside
