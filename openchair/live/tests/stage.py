"""A stage for tests: the hub on a real server in a thread, a door, and people who listen."""

import asyncio
import http.client
import socket
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from types import TracebackType
from typing import Literal, NamedTuple, Self
from uuid import UUID, uuid4

import uvicorn
from asgiref.typing import ASGIReceiveCallable, ASGISendCallable, Scope

from openchair.live.bus import Bus, MemoryBus
from openchair.live.doors import Admission, Doors
from openchair.live.endpoint import Endpoint
from openchair.live.hub import Hub
from openchair.live.wire import Piece

AMARA, BEN, DANA, ELI = uuid4(), uuid4(), uuid4(), uuid4()
PATIENCE = 5.0  # seconds until a test stops waiting


class RoomDoor:
    """Lets in whoever the cookie names, but for the banned; the state is what a test says it is."""

    def __init__(self) -> None:
        self.banned: set[UUID] = set()
        self.left_by: list[UUID] = []
        self.says: Callable[[Admission], str] = lambda _: "<p>state</p>"

    def admit(self, key: str, cookies: Mapping[str, str]) -> Admission | None:
        if "person" not in cookies:
            return None
        person = UUID(cookies["person"])
        if person in self.banned:
            return None
        return Admission(f"rooms/{key}", person, cookies.get("oc", ""), "en", "member")

    def state(self, admission: Admission) -> str:
        return self.says(admission)

    def still_welcome(self, admissions: Sequence[Admission]) -> Collection[Admission]:
        return {one for one in admissions if one.person not in self.banned}

    def left(self, admission: Admission) -> None:
        self.left_by.append(admission.person)


class Stage:
    """A server process in small: `with Stage() as stage`."""

    def __init__(self, bus: Bus | None = None, http: Literal["httptools", "h11"] = "httptools") -> None:
        self.door, doors = RoomDoor(), Doors()
        doors.register("rooms", self.door)
        self.hub = Hub(bus or MemoryBus())
        self.endpoint = Endpoint(self.hub, doors)
        self.pages: dict[str, tuple[str, str]] = {}  # address: type and text
        self._ready = threading.Event()
        self._listeners: list[Listener] = []
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=1024)
        self.port: int = self._socket.getsockname()[1]
        config = uvicorn.Config(
            self._app,
            interface="asgi3",
            http=http,
            lifespan="on",
            log_config=None,
            timeout_graceful_shutdown=2,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, args=([self._socket],), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._ready.wait(PATIENCE)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self.farewell()
        self._server.should_exit = True
        self._thread.join(PATIENCE)
        for listener in self._listeners:
            listener.hang_up()

    def listener(self, person: UUID, key: str = "KEY", session: str = "s", **headers: str) -> "Listener":
        """A stream of this person's to a room, its head already read."""
        listener = Listener(self.port, f"/live/rooms/{key}/", f"person={person}; oc={session}", headers)
        self._listeners.append(listener)
        return listener

    def farewell(self) -> None:
        """Have the hub say goodbye, as a server does that stops."""
        self._loop.call_soon_threadsafe(self.hub.farewell)

    def review(self) -> None:
        """Have the door asked now who is still welcome."""
        asyncio.run_coroutine_threadsafe(self.endpoint.review(), self._loop).result(PATIENCE)

    async def _app(self, scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
        if scope["type"] == "http" and scope["path"] in self.pages:
            return await _page(send, *self.pages[scope["path"]])
        if scope["type"] == "http":
            return await self.endpoint(scope, receive, send)
        await receive()
        self._loop = asyncio.get_running_loop()
        await self.endpoint.start()
        await send({"type": "lifespan.startup.complete"})
        self._ready.set()
        await receive()
        await self.endpoint.stop()
        await send({"type": "lifespan.shutdown.complete"})
        return None


async def _page(send: ASGISendCallable, kind: str, text: str) -> None:
    csp = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:"
    headers = [
        (b"content-type", kind.encode()),
        (
            b"content-security-policy",
            f"{csp}; require-trusted-types-for 'script'; trusted-types frames".encode(),
        ),
    ]
    await send({"type": "http.response.start", "status": 200, "headers": headers, "trailers": False})
    await send(Piece(text.encode(), more=False).event)


class Heard(NamedTuple):
    """An event as a browser would see it."""

    name: str
    data: str


class Listener:
    """Reads one stream, as an EventSource would, without coming back."""

    def __init__(self, port: int, path: str, cookie: str, headers: Mapping[str, str]) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self._path, self._headers = path, {"Cookie": cookie, **headers}
        self._ask()

    def _ask(self) -> None:
        self._connection.request("GET", self._path, headers=self._headers)
        self.answer = self._connection.getresponse()
        self.status = self.answer.status
        self._unread = b""

    def next(self) -> Heard | None:
        """The next event, or None at the end of the stream. Raises TimeoutError when nothing comes."""
        while b"\n\n" not in self._unread:
            more = self.answer.read1(1 << 16)
            if not more:
                return None
            self._unread += more
        block, self._unread = self._unread.split(b"\n\n", 1)
        fields = [line.partition(": ") for line in block.decode().split("\n")]
        lines = [value for field, _, value in fields if field == "data"]
        name = next((value for field, _, value in fields if field == "event"), "message")
        return Heard(name, "\n".join(lines)) if lines else self.next()

    def all(self) -> list[Heard]:
        """Every event until the end of the stream."""
        return list(iter(self.next, None))

    def again(self) -> int:
        """Ask for the same stream on the same connection; the status of the answer."""
        self._ask()
        return self.status

    def hang_up(self) -> None:
        self.answer.close()
        self._connection.close()
