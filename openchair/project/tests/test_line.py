"""Who sends words waits in line in front of the pages: in order, for a while, and in nobody's way."""

import http.client
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager

import pytest
from a2wsgi.wsgi_typing import Environ, StartResponse

from openchair.live.bus import MemoryBus
from openchair.live.doors import Doors
from openchair.live.endpoint import Endpoint
from openchair.live.hub import Hub
from openchair.people import hashing
from openchair.project.house import PAGE_THREADS, House
from openchair.project.line import AT_ONCE, LONGEST, MOST
from openchair.project.server import Server, configured
from tests.at_once import all_at_once

LARGE = b"x" * 20_000_000  # more than any kernel keeps for a reader who does not read


class Scene(ExitStack):
    """A house whose pages look at words until they may stop, and tell who had no turn."""

    def __init__(self, longest: float) -> None:
        super().__init__()
        self.house = House(self.page, Endpoint(Hub(MemoryBus()), Doors()), words_at={"/words/"})
        self.house.line.longest = longest
        self.looked_at: list[str] = []
        self.may_stop = threading.Event()
        self.port = 0

    def page(self, environ: Environ, start: StartResponse) -> Iterable[bytes]:
        who, away = environ["QUERY_STRING"], hashing.turned_away.get()
        if environ["REQUEST_METHOD"] == "POST" and not away:
            self.looked_at.append(who)
            self.may_stop.wait(20)
        start("200 OK", [("Content-Type", "text/plain")])
        return [LARGE if who == "large" else b"away" if away else b"looked at"]

    def comes(self, who: str) -> None:
        """Send a form, and wait until it is looked at or in line; nobody reads the answer."""
        here = len(self.looked_at) + self.house.line.waiting
        line = self.enter_context(socket.create_connection(("127.0.0.1", self.port), timeout=20))
        line.sendall(f"POST /words/?{who} HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nwords".encode())
        until(lambda: len(self.looked_at) + self.house.line.waiting > here)

    def asked(self, _number: int = 0, path: str = "/words/") -> str:
        """What is answered to one more form, or to a page that is only looked at."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)) as line:
            line.request("POST", path, b"words") if path == "/words/" else line.request("GET", path)
            return line.getresponse().read().decode()


@contextmanager
def served(longest: float = LONGEST) -> Iterator[Scene]:
    with Scene(longest) as scene, socket.create_server(("127.0.0.1", 0)) as listening:
        scene.port = listening.getsockname()[1]
        server = Server(configured(scene.house))
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        yield scene
        scene.may_stop.set()
        scene.close()  # whoever did not read has gone
        server.should_exit = True
        thread.join(10)


def until(true: Callable[[], bool]) -> None:
    """Wait for it, for twenty seconds at most."""
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end
        time.sleep(0.005)


@pytest.mark.requirement("S33")
def test_those_who_wait_leave_a_thread_for_every_other_page_and_are_called_in_order() -> None:
    everybody = [str(number) for number in range(AT_ONCE + MOST)]
    with served(longest=60) as scene:
        for who in everybody:
            scene.comes(who)
        assert scene.asked(path="/help/") == "looked at"
        assert scene.looked_at == everybody[:AT_ONCE]
        assert AT_ONCE < PAGE_THREADS
        scene.may_stop.set()
        until(lambda: len(scene.looked_at) == len(everybody))
    assert sorted(scene.looked_at, key=int) == everybody
    assert [place for place, who in enumerate(scene.looked_at) if abs(int(who) - place) >= AT_ONCE] == []


def test_whoever_comes_when_the_line_is_full_is_told_at_once_and_later_is_not() -> None:
    with served(longest=60) as scene:
        for _time in range(AT_ONCE + MOST):
            scene.comes("somebody")
        assert scene.asked() == "away"
        scene.may_stop.set()
        until(lambda: len(scene.looked_at) == AT_ONCE + MOST)
        assert scene.asked() == "looked at"


def test_whoever_waits_too_long_is_told_and_the_next_one_is_not() -> None:
    with served(longest=0.3) as scene:
        for _time in range(AT_ONCE):
            scene.comes("somebody")
        assert all_at_once(scene.asked, 4) == ["away"] * 4
        scene.may_stop.set()
        assert scene.asked() == "looked at"


def test_whoever_does_not_read_the_answer_keeps_nobody_waiting() -> None:
    with served(longest=2) as scene:
        for _time in range(AT_ONCE):
            scene.comes("large")
        scene.may_stop.set()
        assert scene.asked() == "looked at"
