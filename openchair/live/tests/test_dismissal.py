"""Who may no longer read stops reading, in every open tab, within two seconds."""

import time
from uuid import uuid4

import pytest

from openchair.live.bus import GAP
from openchair.live.doors import Admission
from openchair.live.tests.stage import AMARA, BEN, DANA, Heard, Stage

ROOM = "rooms/KEY/en/member"


@pytest.mark.requirement("S13")
def test_fifty_streams_of_dismissed_people_end_within_two_seconds_and_the_rest_go_on() -> None:
    with Stage() as stage:
        people = [uuid4() for _ in range(50)]
        going, staying = [stage.listener(person) for person in people], stage.listener(AMARA)
        assert all(one.next() for one in [*going, staying])
        began = time.monotonic()
        for person in people:
            stage.hub.dismiss("rooms/KEY", person)
        assert all(one.all() == [Heard("bye", "reload")] for one in going)
        assert time.monotonic() - began < 2
        stage.hub.publish(ROOM, "<p>on</p>")
        assert staying.next() == Heard("message", "<p>on</p>")


def test_a_dismissed_person_hears_nothing_more_and_is_not_let_in_again() -> None:
    with Stage() as stage:
        dana = stage.listener(DANA)
        dana.next()
        stage.door.banned.add(DANA)
        stage.hub.dismiss("", DANA)
        stage.hub.publish(ROOM, "<p>not for her</p>")
        assert dana.all() == [Heard("bye", "reload")]
        assert stage.listener(DANA).status == 204


def test_whose_roles_are_others_now_is_told_so_and_the_rest_go_on() -> None:
    with Stage() as stage:
        ben, dana = stage.listener(BEN), stage.listener(DANA)
        assert ben.next() and dana.next()
        stage.hub.regroup("rooms/KEY", BEN)
        assert ben.all() == [Heard("bye", "roles")]
        stage.hub.publish("rooms/KEY/en/member", "<p>still</p>")
        assert dana.next() == Heard("message", "<p>still</p>")


def test_dismissal_from_one_room_leaves_a_room_with_a_longer_name_alone() -> None:
    with Stage() as stage:
        here, there = stage.listener(BEN, key="KEY"), stage.listener(BEN, key="KEYS")
        here.next(), there.next()
        stage.hub.dismiss("rooms/KEY", BEN)
        stage.hub.publish("rooms/KEYS/en/member", "<p>there</p>")
        assert here.all() == [Heard("bye", "reload")]
        assert there.next() == Heard("message", "<p>there</p>")


def test_signing_out_ends_the_streams_of_that_session_alone() -> None:
    with Stage() as stage:
        phone, laptop = stage.listener(BEN, session="phone"), stage.listener(BEN, session="laptop")
        phone.next(), laptop.next()
        stage.hub.dismiss_session("phone")
        stage.hub.publish(ROOM, "<p>on</p>")
        assert phone.all() == [Heard("bye", "reload")]
        assert laptop.next() == Heard("message", "<p>on</p>")


def test_closing_a_room_ends_all_its_streams() -> None:
    with Stage() as stage:
        amara, ben = stage.listener(AMARA), stage.listener(BEN)
        amara.next(), ben.next()
        stage.hub.close("rooms/KEY")
        assert amara.all() == ben.all() == [Heard("bye", "reload")]


def test_who_is_dismissed_between_the_door_and_the_seat_gets_no_state() -> None:
    with Stage() as stage:

        def banned_meanwhile(admission: Admission) -> str:
            stage.hub.dismiss("rooms/KEY", admission.person)
            time.sleep(0.1)
            return "<p>secret</p>"

        stage.door.says = banned_meanwhile
        assert stage.listener(DANA).status == 204


@pytest.mark.requirement("S61")
def test_the_door_is_asked_again_and_turns_out_who_is_no_longer_welcome() -> None:
    with Stage() as stage:
        ben, dana = stage.listener(BEN), stage.listener(DANA)
        ben.next(), dana.next()
        stage.door.banned.add(DANA)  # and nobody published it
        stage.review()
        stage.hub.publish(ROOM, "<p>on</p>")
        assert dana.all() == [Heard("bye", "reload")]
        assert ben.next() == Heard("message", "<p>on</p>")


def test_when_messages_may_have_been_missed_every_stream_begins_again() -> None:
    with Stage() as stage:
        ben = stage.listener(BEN)
        ben.next()
        stage.hub.bus.publish(GAP)
        assert ben.all() == [Heard("bye", "again")]
