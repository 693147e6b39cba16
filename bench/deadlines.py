"""How soon safety reaches the last page: `python -m bench.deadlines`, beside nothing else on the machine.

Starts a place of its own on loopback, opens pages of one room, and prints milliseconds from the tap to
the last page: the Calm Room's card, and the end of the streams of somebody who signed out everywhere.
Ends by itself.
"""

import http.client
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

from tests.journeys.place import Place

ROUNDS = 10
STREAMS = 5  # one person may have six
CALM, BYE = b"A quiet moment", b"event: bye"
LIMITS = {"Calm Room": 500, "signed out": 2000}


class Page:
    """An open stream that remembers when it last saw some words."""

    def __init__(self, place: Place, who: str, room: str, wanted: bytes) -> None:
        self.wanted, self.seen_at, self.ready = wanted, 0.0, threading.Event()
        self._stream = http.client.HTTPConnection("localhost", place.port, timeout=20)
        self._stream.request(
            "GET", f"/live/rooms/{room}/", headers={"Cookie": f"oc={place.told['sessions'][who]}"}
        )
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()
        assert self.ready.wait(10), "the stream did not open"

    def _read(self) -> None:
        answer, tail = self._stream.getresponse(), b""
        while piece := answer.read1(65536):
            tail = tail[-64:] + piece
            if self.wanted in tail and self.ready.is_set():
                self.seen_at = time.perf_counter()
                return
            self.ready.set()

    def waited_from(self, tap: float) -> float:
        """Milliseconds from the tap until the words were here."""
        self._thread.join(10)
        assert self.seen_at, f"{self.wanted!r} never came"
        return (self.seen_at - tap) * 1000


class Person:
    """Sends forms as a browser without script does."""

    def __init__(self, place: Place, who: str) -> None:
        self.place, self.who = place, who

    def ask(self, method: str, path: str, **fields: str) -> tuple[int, str]:
        """Status and where it leads; the token against forgery is fetched and sent as a page would."""
        line = http.client.HTTPConnection("localhost", self.place.port, timeout=20)
        token = "a" * 32
        headers = {
            "Cookie": f"oc={self.place.told['sessions'][self.who]}; csrf={token}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        body = urlencode({"csrfmiddlewaretoken": token, **fields}) if method == "POST" else None
        line.request(method, path, body, headers)
        answer = line.getresponse()
        answer.read()
        return answer.status, answer.getheader("Location") or ""


def main() -> None:
    """Both deadlines, with their limits."""
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder) / "place")
        place.prepare()
        place.start()
        try:
            print(
                f"{'':12}{'median ms':>10}{'worst ms':>10}{'limit ms':>10}   to the last of {STREAMS} pages"
            )
            report("Calm Room", lambda: calm(place))
            report("signed out", lambda: signed_out(place))
        finally:
            place.stop()


def report(name: str, one_round: Callable[[], float]) -> None:
    """Run the rounds and print their line."""
    took = [one_round() for _ in range(ROUNDS if name == "Calm Room" else 1)]
    print(f"{name:12}{statistics.median(took):10.0f}{max(took):10.0f}{LIMITS[name]:10}")


def seated(place: Place) -> str:
    """Everybody in the room; its public id."""
    for who in ("amara", "ben", "chidi", "eli"):
        _status, there = Person(place, who).ask("POST", f"/meetings/{place.told['meeting']}/door/")
    return there.split("/")[2]


def calm(place: Place) -> float:
    """One tap on Calm Room, seen by every page; then the room goes on."""
    room, amara = seated(place), Person(place, "amara")
    pages = [Page(place, "amara", room, CALM) for _ in range(STREAMS)]
    tap = time.perf_counter()
    amara.ask("POST", f"/rooms/{room}/calm/")
    slowest = max(page.waited_from(tap) for page in pages)
    amara.ask("POST", f"/rooms/{room}/calm/end/")
    return slowest


def signed_out(place: Place) -> float:
    """Signing out everywhere ends every page of that person."""
    room = seated(place)
    pages = [Page(place, "ben", room, BYE) for _ in range(STREAMS)]
    tap = time.perf_counter()
    Person(place, "ben").ask("POST", "/me/devices/all/end/")
    return max(page.waited_from(tap) for page in pages)


if __name__ == "__main__":
    main()
