"""GET /live/<kind>/<key>/: a stream of frames, as a plain ASGI application beside Django.

Refusals are all 204, which tells an EventSource to stop (WHATWG HTML, 9.2.3) and a stranger nothing.
"""

import asyncio
import re
from collections import defaultdict
from contextlib import suppress
from functools import partial
from typing import Final
from urllib.parse import urlsplit

from asgiref.typing import ASGIReceiveCallable, ASGISendCallable, HTTPScope
from django.http.cookie import parse_cookie

from openchair.kit.headers import for_streams
from openchair.live.asking import NoAnswer, Threads
from openchair.live.doors import Admission, Door, Doors
from openchair.live.frames import event
from openchair.live.hub import Hub
from openchair.live.reader import HEADERS, Reader
from openchair.live.wire import Piece

REVIEW: Final = 30.0  # seconds between two questions whether a reader is still welcome
_PATH: Final = re.compile(r"/live/([a-z]{1,32})/([A-Za-z0-9_-]{1,64})/", re.ASCII)


class Refused(Exception):
    """No stream; the argument is the status to answer."""


class Endpoint:
    """The streams of one process."""

    def __init__(self, hub: Hub, doors: Doors) -> None:
        self.hub, self.doors, self.threads = hub, doors, Threads()
        self._review: asyncio.Task[None] | None = None
        self._leaving: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Start the hub, and ask every 30 s who is still welcome."""
        await self.hub.start()
        self._review = asyncio.create_task(self._review_for_ever())

    async def stop(self) -> None:
        """End every stream, and the threads."""
        if self._review:
            self._review.cancel()
        await self.hub.stop()
        await asyncio.to_thread(self.threads.close)

    async def __call__(self, scope: HTTPScope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
        try:
            door, admission = await self._admit(scope)
            await self._hold_open(Reader(admission, door, send), receive)
        except Refused as refused:
            await _answer(send, refused.args[0])
        except NoAnswer:
            await _answer(send, 200, event("again", "bye"))

    async def _admit(self, scope: HTTPScope) -> tuple[Door, Admission]:
        place = _PATH.fullmatch(scope["path"])
        if place is None or scope["method"] != "GET":
            raise Refused(404 if place is None else 405)
        kind, key = place.groups()
        door, headers = self.doors.get(kind), _headers(scope)
        if door is None or not _from_our_page(headers):
            raise Refused(204)
        if self.hub.stopping:
            raise NoAnswer
        admission = await self.threads.ask(partial(door.admit, key, _cookies(headers)))
        if admission is None:
            raise Refused(204)
        return door, admission

    async def _hold_open(self, reader: Reader, receive: ASGIReceiveCallable) -> None:
        self.hub.subscribe(reader)  # first of all, so that nothing published from now on is lost
        try:
            await reader.open(await self._present_state(reader))
            while (await receive())["type"] != "http.disconnect":
                pass
        except asyncio.CancelledError:
            if not reader.ended:
                raise
        finally:
            self._part(reader)

    async def _present_state(self, reader: Reader) -> str:
        state = await self.threads.ask(partial(_state, reader), reader.admission.language)
        if state is None or reader.ended:
            raise Refused(204)
        return state

    def _part(self, reader: Reader) -> None:
        last = self.hub.unsubscribe(reader)
        if last and not self.hub.stopping:
            task = asyncio.create_task(self._tell(reader.door, reader.admission))
            self._leaving.add(task)
            task.add_done_callback(self._leaving.discard)

    async def _tell(self, door: Door, admission: Admission) -> None:
        with suppress(NoAnswer):
            await self.threads.ask(partial(door.left, admission), admission.language)

    async def _review_for_ever(self) -> None:
        while True:
            await asyncio.sleep(REVIEW)
            await self.review()

    async def review(self) -> None:
        """Ask each door which of its readers may stay, and end the others."""
        by_door: dict[Door, list[Reader]] = defaultdict(list)
        for reader in self.hub.readers():
            by_door[reader.door].append(reader)
        for door, readers in by_door.items():
            asked = list({reader.admission for reader in readers})
            with suppress(NoAnswer):  # a door that cannot answer now is asked again in 30 s
                welcome = await self.threads.ask(partial(door.still_welcome, asked))
                self.hub.turn_out([reader for reader in readers if reader.admission not in welcome])


def _state(reader: Reader) -> str | None:
    # Asked again: who was dismissed between `admit` and subscribing has not been told by the bus.
    if reader.admission not in reader.door.still_welcome([reader.admission]):
        return None
    return reader.door.state(reader.admission)


async def _answer(send: ASGISendCallable, status: int, words: bytes = b"") -> None:
    headers = [*(HEADERS if words else [(b"cache-control", b"no-store")]), *for_streams()]
    await send({"type": "http.response.start", "status": status, "headers": headers, "trailers": False})
    await send(Piece(words, more=False).event)


def _headers(scope: HTTPScope) -> dict[bytes, bytes]:
    headers: dict[bytes, bytes] = {}
    for name, value in scope["headers"]:
        headers[name] = headers[name] + b"; " + value if name in headers else value
    return headers


def _cookies(headers: dict[bytes, bytes]) -> dict[str, str]:
    return parse_cookie(headers.get(b"cookie", b"").decode("latin-1"))


def _from_our_page(headers: dict[bytes, bytes]) -> bool:
    """Whether a page of ours asks (Fetch Metadata; Origin where a browser sends it instead)."""
    site, origin = headers.get(b"sec-fetch-site", b"same-origin"), headers.get(b"origin")
    if site != b"same-origin":
        return False
    return origin is None or urlsplit(origin).netloc == headers.get(b"host")
