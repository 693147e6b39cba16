"""What is published reaches everybody it should, in order, and nobody else."""

import socket
import time
from uuid import uuid4

import pytest

from openchair.live.doors import Admission
from openchair.live.hub import STREAMS_EACH
from openchair.live.tests.stage import AMARA, BEN, DANA, ELI, Heard, Stage

ROOM = "rooms/KEY/en/member"


def test_a_reader_gets_the_state_and_then_each_frame_once() -> None:
    with Stage() as stage:
        ben = stage.listener(BEN)
        assert ben.next() == Heard("message", "<p>state</p>")
        stage.hub.publish(ROOM, "<p>one\ntwo</p>")
        stage.hub.publish(ROOM, "<p>three</p>")
        assert ben.next() == Heard("message", "<p>one\ntwo</p>")
        assert ben.next() == Heard("message", "<p>three</p>")


def test_two_hundred_readers_all_hear_everything_in_order() -> None:
    with Stage() as stage:
        people = [stage.listener(uuid4()) for _ in range(200)]
        assert all(person.next() for person in people)
        for number in range(20):
            stage.hub.publish(ROOM, f"<p>{number}</p>")
        for person in people:
            heard = [person.next() for _ in range(20)]
            assert heard == [Heard("message", f"<p>{number}</p>") for number in range(20)]


def test_a_large_room_is_written_in_slices_and_still_hears_everything_in_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("openchair.live.room.LARGE", 3)
    monkeypatch.setattr("openchair.live.room.SLICE", 2)
    with Stage() as stage:
        people = [stage.listener(uuid4()) for _ in range(11)]
        assert all(person.next() for person in people)
        for number in range(50):
            stage.hub.publish(ROOM, f"<p>{number}</p>")
        for person in people:
            assert [person.next() for _ in range(50)] == [Heard("message", f"<p>{n}</p>") for n in range(50)]


def test_a_silent_room_still_shows_that_the_line_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openchair.live.hub.HEARTBEAT", 0.05)
    with Stage() as stage:
        ben = stage.listener(BEN)
        ben.next()
        assert ben.answer.readline() == b":\n"


def test_frames_go_to_one_room_and_to_no_other() -> None:
    with Stage() as stage:
        ben, dana = stage.listener(BEN, key="ONE"), stage.listener(DANA, key="OTHER")
        ben.next(), dana.next()
        stage.hub.publish("rooms/ONE/en/member", "<p>for one</p>")
        stage.hub.publish("rooms/OTHER/en/member", "<p>for the other</p>")
        assert ben.next() == Heard("message", "<p>for one</p>")
        assert dana.next() == Heard("message", "<p>for the other</p>")


def test_a_blocked_person_gets_their_own_frame_or_nothing() -> None:
    with Stage() as stage:
        amara, ben, eli = (stage.listener(person) for person in (AMARA, BEN, ELI))
        amara.next(), ben.next(), eli.next()
        stage.hub.publish(ROOM, "<p>words</p>", instead={ELI: None, AMARA: "<p>hers</p>"})
        stage.hub.publish(ROOM, "<p>later</p>")
        assert ben.next() == Heard("message", "<p>words</p>")
        assert amara.next() == Heard("message", "<p>hers</p>")
        assert eli.next() == Heard("message", "<p>later</p>")


def test_something_for_one_person_alone_reaches_nobody_else() -> None:
    with Stage() as stage:
        amara, ben = stage.listener(AMARA), stage.listener(BEN)
        amara.next(), ben.next()
        stage.hub.publish(ROOM, "", instead={AMARA: "<p>hers alone</p>"})
        stage.hub.publish(ROOM, "<p>for all</p>")
        assert amara.next() == Heard("message", "<p>hers alone</p>")
        assert ben.next() == Heard("message", "<p>for all</p>")


@pytest.mark.requirement("S62")
def test_what_is_published_while_the_state_is_rendered_is_not_lost() -> None:
    with Stage() as stage:

        def publishes_meanwhile(admission: Admission) -> str:
            stage.hub.publish(admission.channel, "<p>meanwhile</p>")
            time.sleep(0.05)
            return "<p>state without it</p>"

        stage.door.says = publishes_meanwhile
        ben = stage.listener(BEN)
        assert ben.next() == Heard("message", "<p>state without it</p>")
        assert ben.next() == Heard("message", "<p>meanwhile</p>")


def test_who_never_reads_is_dropped_and_the_others_miss_nothing() -> None:
    with Stage() as stage, _one_who_never_reads(stage, DANA):
        ben = stage.listener(BEN)
        ben.next()
        big = "x" * 60_000
        for number in range(150):
            stage.hub.publish(ROOM, f"{number} {big}")
            heard = ben.next()
            assert heard and heard.data.startswith(f"{number} ")
        _wait_until_only(stage, 1)
        assert stage.door.left_by == [DANA]


@pytest.mark.requirement("S61")
def test_a_seventh_stream_of_one_person_makes_the_oldest_end() -> None:
    with Stage() as stage:
        streams = [stage.listener(BEN) for _ in range(STREAMS_EACH + 1)]
        assert [one.next() for one in streams] == [Heard("message", "<p>state</p>")] * (STREAMS_EACH + 1)
        assert streams[0].next() == Heard("bye", "elsewhere")
        stage.hub.publish(ROOM, "<p>still here</p>")
        assert [one.next() for one in streams[1:]] == [Heard("message", "<p>still here</p>")] * STREAMS_EACH


def test_only_channels_that_somebody_reads_are_rendered() -> None:
    with Stage() as stage:
        assert list(stage.hub.channels("rooms/KEY", ["member", "host"])) == []
        stage.listener(BEN).next()
        [wanted] = stage.hub.channels("rooms/KEY", ["member", "host"])
        assert (wanted.topic, wanted.language, wanted.audience) == (ROOM, "en", "member")


def _one_who_never_reads(stage: Stage, person: object) -> socket.socket:
    stuck = socket.create_connection(("127.0.0.1", stage.port))
    stuck.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    stuck.sendall(f"GET /live/rooms/KEY/ HTTP/1.1\r\nHost: x\r\nCookie: person={person}\r\n\r\n".encode())
    _wait_until_only(stage, 1)
    return stuck


def _wait_until_only(stage: Stage, number: int) -> None:
    end = time.monotonic() + 5
    while len(stage.hub.readers()) != number and time.monotonic() < end:
        time.sleep(0.01)
    assert len(stage.hub.readers()) == number
    time.sleep(0.05)
