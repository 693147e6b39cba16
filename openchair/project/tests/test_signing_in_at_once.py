"""A circle signs in within one second; however many do, a thread is left for those who need somebody now."""

import http.client
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

import pytest

from openchair.people import hashing
from openchair.project.house import PAGE_THREADS
from tests.at_once import all_at_once
from tests.journeys.place import Place

CIRCLE, CROWD = 6, 80  # a busy machine looks at six within the time that people wait
TOKEN = "a" * 32


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """A place as it is really served."""
    here = Place(tmp_path / "place")
    here.prepare()
    here.start()
    yield here
    here.stop()


@pytest.mark.requirement("S33")
def test_fewer_threads_hash_or_wait_to_than_make_pages() -> None:
    assert 0 < hashing.AT_ONCE + hashing.WAITING < PAGE_THREADS


def test_a_circle_that_signs_in_at_the_hour_of_its_meeting_waits_a_moment_and_is_in(place: Place) -> None:
    answers = all_at_once(lambda number: sign_in(place, f"nobody-{number}"), CIRCLE)
    assert answers == [422] * CIRCLE  # each was looked at


@pytest.mark.requirement("S33")
def test_while_a_crowd_signs_in_at_once_help_now_is_there_and_whoever_is_too_many_is_told(
    place: Place,
) -> None:
    def one(number: int) -> int:
        return place.asked("/help/") if number % 8 == 7 else sign_in(place, f"nobody-{number}")

    answers = all_at_once(one, CROWD)
    helped = answers[7::8]
    signing_in = [status for number, status in enumerate(answers) if number % 8 != 7]
    assert len(helped) == CROWD // 8 and set(helped) == {200}
    assert set(signing_in) == {422, 503}
    assert signing_in.count(422) >= hashing.AT_ONCE + hashing.WAITING
    assert "Traceback" not in place.log.read_text()


def sign_in(place: Place, handle: str) -> int:
    """The status of one try, as a browser without script sends it."""
    fields = {"csrfmiddlewaretoken": TOKEN, "handle": handle, "words": "not these words", "mode": "own"}
    told = {
        "Host": f"localhost:{place.port}",
        "Cookie": f"csrf={TOKEN}",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    with closing(http.client.HTTPConnection("127.0.0.1", place.port, timeout=30)) as line:
        line.request("POST", "/sign-in/", urlencode(fields), told)
        return line.getresponse().status
