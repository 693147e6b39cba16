"""Who gets a stream, who does not, and what either can see of it."""

import http.client
import time

import pytest

from openchair.live.doors import Admission
from openchair.live.frames import frame
from openchair.live.tests.stage import AMARA, BEN, DANA, Heard, Listener, Stage


def test_a_stream_is_kept_by_no_cache_and_buffered_by_no_proxy() -> None:
    with Stage() as stage:
        ben = stage.listener(BEN)
        assert ben.status == 200
        assert ben.answer.headers["Content-Type"] == "text/event-stream; charset=utf-8"
        assert ben.answer.headers["Cache-Control"] == "no-store"
        assert ben.answer.headers["X-Accel-Buffering"] == "no"
        assert ben.answer.readline().startswith(b"retry: ")


@pytest.mark.requirement("S61")
def test_a_stranger_is_told_to_stop_while_a_member_is_let_in() -> None:
    with Stage() as stage:
        stage.door.banned.add(DANA)
        assert stage.listener(BEN).status == 200
        dana = stage.listener(DANA)
        assert (dana.status, dana.answer.read()) == (204, b"")


@pytest.mark.requirement("S61")
def test_another_site_cannot_open_a_stream_with_a_members_cookies() -> None:
    with Stage() as stage:
        here = f"http://127.0.0.1:{stage.port}"
        assert stage.listener(BEN, Origin=here, **{"Sec-Fetch-Site": "same-origin"}).status == 200
        assert stage.listener(BEN, Origin="https://elsewhere.example").status == 204
        assert stage.listener(BEN, **{"Sec-Fetch-Site": "cross-site"}).status == 204
        assert stage.listener(BEN, **{"Sec-Fetch-Site": "same-site"}).status == 204


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/live/rooms/KEY/", 204),  # nobody is signed in
        ("GET", "/live/kitchen/KEY/", 204),
        ("POST", "/live/rooms/KEY/", 405),
        ("GET", "/live/rooms/KEY", 404),
        ("GET", "/live/rooms/../KEY/", 404),
        ("GET", "/live/rooms/" + "x" * 65 + "/", 404),
        ("GET", "/live/rooms/K%00Y/", 404),
    ],
)
def test_wrong_addresses_are_refused_before_a_door_is_asked(method: str, path: str, status: int) -> None:
    with Stage() as stage:
        connection = http.client.HTTPConnection("127.0.0.1", stage.port, timeout=5)
        connection.request(method, path)
        assert connection.getresponse().status == status
        connection.close()


def test_two_cookie_headers_are_read_as_one() -> None:
    with Stage() as stage:
        listener = Listener(stage.port, "/live/rooms/KEY/", "oc=1", {"cookie": f"person={BEN}"})
        assert listener.status == 200
        listener.hang_up()


def test_a_door_that_fails_asks_the_reader_to_come_back_and_logs_no_words(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with Stage() as stage:

        def fails(admission: Admission) -> str:
            raise LookupError("words nobody should find")

        stage.door.says = fails
        assert stage.listener(BEN).all() == [Heard("bye", "again")]
        stage.door.says = lambda _: "<p>mended</p>"
        assert stage.listener(BEN).next() == Heard("message", "<p>mended</p>")
    assert "words nobody should find" not in caplog.text


def test_the_door_hears_of_it_when_the_last_stream_of_a_person_ends() -> None:
    with Stage() as stage:
        first, second, amara = stage.listener(BEN), stage.listener(BEN), stage.listener(AMARA)
        assert first.next() and second.next() and amara.next()
        first.hang_up()
        _settle(stage, open_streams=2)
        assert stage.door.left_by == []
        second.hang_up()
        _settle(stage, open_streams=1)
        assert stage.door.left_by == [BEN]


def test_frames_name_their_target_and_refuse_what_would_break_out_of_it() -> None:
    written = frame("append", "turns", "<p>hello</p>")
    assert written == '<template data-frame="append" data-target="turns"><p>hello</p></template>'
    for target in ('a"><script>', "", "1turns", "a b", "é"):
        with pytest.raises(ValueError, match="not an element's id"):
            frame("replace", target)


def _settle(stage: Stage, open_streams: int) -> None:
    end = time.monotonic() + 5
    while len(stage.hub.readers()) != open_streams and time.monotonic() < end:
        time.sleep(0.01)
    time.sleep(0.1)
