"""Quiet, waiting room, putting out, the Calm Room, and who leads when the chair is lost."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from openchair.groups.leaving import remove
from openchair.kit.clock import now
from openchair.live.doors import Admission
from openchair.people.models import Session
from openchair.rooms import guarding
from openchair.rooms.duties import give, take_back, watch_over
from openchair.rooms.entering import ask_to_wait, enter, go_out, still_here
from openchair.rooms.hands import raise_hand
from openchair.rooms.models import Role, Room, Seat
from openchair.rooms.opening import open_room
from openchair.rooms.policy import POLICY, leads
from openchair.rooms.refusals import Refused
from openchair.rooms.stream_door import RoomDoor
from openchair.rooms.tests.scene import Scene, meeting_now, the_scene
from openchair.rooms.turns import invite
from openchair.rooms.watching import watch_rooms
from tests.cast import client_of, the_cast

pytestmark = pytest.mark.django_db


def lose_chair(scene: Scene) -> None:
    """The chair's phone is dead: nothing has been heard of it for eleven seconds."""
    Seat.objects.filter(pk=scene.amara.pk).update(answers_until=now() - timedelta(seconds=1))


def test_somebody_quieted_listens_for_ten_minutes() -> None:
    scene = the_scene()
    invite(room=scene.room, hand=raise_hand(room=scene.room, seat=scene.ben))
    guarding.quiet(room=scene.room, seat=scene.ben)
    assert not scene.room.turns.filter(ended_at=None).exists()
    with pytest.raises(Refused):
        raise_hand(room=scene.room, seat=scene.ben)
    with time_machine.travel(now() + timedelta(minutes=11)):
        assert raise_hand(room=scene.room, seat=scene.ben).seat == scene.ben


def test_somebody_put_out_cannot_come_back_unless_it_is_undone_in_time() -> None:
    scene = the_scene()
    guarding.put_out(room=scene.room, seat=scene.ben)
    with pytest.raises(Refused):
        enter(room=scene.room, person=scene.cast.ben)
    assert guarding.undo_put_out(room=scene.room, seat=scene.ben)
    assert scene.seat(scene.cast.ben).is_inside


def test_putting_out_cannot_be_undone_after_its_ten_seconds() -> None:
    scene = the_scene()
    guarding.put_out(room=scene.room, seat=scene.ben)
    with time_machine.travel(now() + timedelta(seconds=30)):
        assert not guarding.undo_put_out(room=scene.room, seat=scene.ben)
    assert not scene.seat(scene.cast.ben).is_inside


def test_the_calm_room_sends_the_latest_arrivals_outside_and_keeps_those_who_were_here() -> None:
    scene = the_scene()
    Seat.objects.filter(pk=scene.ben.pk).update(came_at=now() - timedelta(minutes=20))
    guarding.calm(room=scene.room)
    places = {seat.alias: seat.is_inside for seat in scene.room.seats.all()}
    assert places == {"Amara": True, "Ben": True, "Chidi": False}
    assert scene.again().is_calm


def test_nobody_comes_in_and_no_hand_goes_up_while_the_room_is_calm() -> None:
    scene = the_scene(door="open")
    guarding.calm(room=scene.room)
    assert not enter(room=scene.again(), person=scene.cast.eli).is_inside
    with pytest.raises(Refused):
        raise_hand(room=scene.again(), seat=scene.ben)


def test_a_turn_keeps_its_time_while_the_room_was_calm() -> None:
    scene = the_scene()
    with time_machine.travel(now(), tick=False) as clock:
        turn = invite(room=scene.room, hand=raise_hand(room=scene.room, seat=scene.amara))
        assert turn is not None
        guarding.calm(room=scene.room)
        clock.shift(timedelta(minutes=2))
        guarding.resume(room=scene.room)
        turn.refresh_from_db()
        assert turn.ends_at == turn.began_at + timedelta(minutes=5)


def test_calm_and_resume_pressed_twice_are_calm_and_resumed() -> None:
    scene = the_scene()
    guarding.calm(room=scene.room)
    since = scene.again().calm_since
    guarding.calm(room=scene.room)
    assert scene.again().calm_since == since
    for _again in range(2):
        guarding.resume(room=scene.room)
    assert not scene.again().is_calm


def test_a_greeter_can_press_calm_and_a_member_cannot() -> None:
    scene = the_scene()
    give(room=scene.room, seat=scene.ben, role=Role.GREETER)
    assert POLICY.allows(scene.seat(scene.cast.ben), "room.calm", scene.room)
    assert not POLICY.allows(scene.seat(scene.cast.chidi), "room.calm", scene.room)


def test_a_role_taken_back_is_gone_at_once() -> None:
    scene = the_scene()
    give(room=scene.room, seat=scene.ben, role=Role.COHOST)
    assert leads(scene.seat(scene.cast.ben), scene.room)
    take_back(room=scene.room, seat=scene.ben, role=Role.COHOST)
    assert not leads(scene.seat(scene.cast.ben), scene.room)


def test_giving_the_chair_passes_it_on() -> None:
    scene = the_scene()
    give(room=scene.room, seat=scene.ben, role=Role.CHAIR)
    assert [duty.seat for duty in scene.room.duties.filter(role=Role.CHAIR)] == [scene.ben]


def test_when_the_chair_is_lost_the_next_role_leads_and_gives_it_back() -> None:
    scene = the_scene()
    give(room=scene.room, seat=scene.chidi, role=Role.TIMEKEEPER)
    give(room=scene.room, seat=scene.ben, role=Role.GREETER)
    lose_chair(scene)
    watch_rooms()
    assert scene.again().acting == scene.ben
    assert POLICY.allows(scene.seat(scene.cast.ben), "room.run", scene.again())
    still_here(seat=scene.amara, by_page=False)
    watch_rooms()
    assert scene.again().acting is None


def test_with_nobody_left_the_queue_runs_itself_and_the_door_is_locked() -> None:
    scene = the_scene(door="open")
    raise_hand(room=scene.room, seat=scene.ben)
    Seat.objects.update(answers_until=now() - timedelta(seconds=1))
    watch_rooms()
    room = scene.again()
    assert room.runs_itself and room.turns.get(ended_at=None).seat == scene.ben
    assert not enter(room=room, person=scene.cast.eli).is_inside


def test_a_member_without_a_role_never_becomes_acting_chair() -> None:
    scene = the_scene()
    lose_chair(scene)
    assert watch_over(scene.room)
    assert scene.again().acting is None and scene.again().runs_itself


def test_who_is_asked_to_wait_loses_hand_and_role() -> None:
    scene = the_scene()
    give(room=scene.room, seat=scene.ben, role=Role.COHOST)
    ask_to_wait(room=scene.room, seat=scene.ben)
    assert not scene.seat(scene.cast.ben).is_inside
    assert not leads(scene.seat(scene.cast.ben), scene.room)
    assert Room.objects.get().seats.waiting().count() == 1


def test_who_is_asked_to_wait_does_not_come_in_by_going_away_and_back() -> None:
    scene = the_scene(door="open")
    ask_to_wait(room=scene.room, seat=scene.ben)
    go_out(room=scene.room, seat=scene.seat(scene.cast.ben))
    assert not enter(room=scene.room, person=scene.cast.ben).is_inside
    go_out(room=scene.room, seat=scene.chidi)
    assert enter(room=scene.room, person=scene.cast.chidi).is_inside


def test_who_was_put_out_is_not_brought_to_the_doorstep_by_a_late_tap_of_another_host() -> None:
    scene = the_scene()
    guarding.put_out(room=scene.room, seat=scene.ben)
    ask_to_wait(room=scene.room, seat=scene.ben)
    assert scene.seat(scene.cast.ben).place == Seat.Place.GONE


def test_a_calm_room_ends_even_when_the_clock_was_set_back() -> None:
    scene = the_scene()
    invite(room=scene.room, hand=raise_hand(room=scene.room, seat=scene.ben))
    guarding.calm(room=scene.room)
    with time_machine.travel(now() - timedelta(hours=1)):
        guarding.resume(room=scene.room)
    assert not scene.again().is_calm


def test_whoever_is_removed_from_the_group_has_no_seat_from_that_moment_on() -> None:
    scene = the_scene()
    browser = client_of(scene.cast.ben)
    address = reverse("room", args=[scene.room.public_id])
    assert browser.get(address).status_code == 200
    assert scene.ben.membership and scene.amara.membership
    remove(membership=scene.ben.membership, by=scene.amara.membership, reason="Selling in the room.")
    assert browser.get(address).status_code == 404
    assert browser.post(reverse("room-hand", args=[scene.room.public_id])).status_code == 404
    assert scene.room.seats.inside().count() == 2


def test_after_a_long_calm_nobody_who_was_sent_outside_streams_back_in_at_once() -> None:
    scene = the_scene()
    with time_machine.travel(now(), tick=False) as clock:
        guarding.calm(room=scene.room)
        clock.shift(timedelta(minutes=5))
        Seat.objects.update(
            present_until=now() + timedelta(hours=1), answers_until=now() + timedelta(hours=1)
        )
        guarding.resume(room=scene.room)
        watch_rooms()
        assert not scene.seat(scene.cast.chidi).is_inside
        clock.shift(timedelta(minutes=3, seconds=1))
        watch_rooms()
        assert scene.seat(scene.cast.chidi).is_inside


def test_a_knock_meeting_that_no_host_came_to_is_open_to_members_and_not_to_guests() -> None:
    cast = the_cast()
    cast.harbour.guests = True
    cast.harbour.save()
    room = open_room(series=meeting_now(cast.harbour, door="knock"), person=cast.ben)
    enter(room=room, person=cast.ben)
    watch_rooms()
    room.refresh_from_db()
    assert enter(room=room, person=cast.chidi).is_inside
    assert not enter(room=room, person=cast.dana, alias="Willow").is_inside


def test_listening_on_a_shared_computer_is_use_of_its_session() -> None:
    scene = the_scene()
    session, _token = Session.begin(scene.cast.ben, Session.Mode.SHARED)
    heard = Admission(scene.room.topic, scene.cast.ben.pk, str(session.pk), "en", "member")
    with time_machine.travel(now(), tick=False) as clock:
        for _minutes in range(3):
            clock.shift(timedelta(minutes=10))
            Seat.objects.update(present_until=now() + timedelta(minutes=1))
            assert list(RoomDoor().still_welcome([heard])) == [heard]
        clock.shift(timedelta(minutes=16))
        assert list(RoomDoor().still_welcome([heard])) == []


def test_while_the_room_is_calm_whoever_leads_is_offered_no_line_and_no_step() -> None:
    scene = the_scene()
    amara, page = client_of(scene.cast.amara), reverse("room", args=[scene.room.public_id])
    assert 'name="step"' in amara.get(page).content.decode()
    guarding.calm(room=scene.room)
    calm = amara.get(page).content.decode()
    assert "The meeting rests" in calm and 'name="step"' not in calm and "Say this line" not in calm
