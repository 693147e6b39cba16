"""One open stream. The hub writes to it, or steps the server's `send()`, itself: no queue, no task."""

import asyncio
import inspect
import random
from collections.abc import Awaitable, Callable, Coroutine, Generator
from typing import Final, Literal

from asgiref.typing import ASGISendCallable, ASGISendEvent

from openchair.kit.headers import for_streams
from openchair.live.doors import Admission, Door
from openchair.live.frames import event
from openchair.live.wire import Flow, Piece, abort, flow_of, transport_of

Bye = Literal["reload", "roles", "again", "elsewhere"]
Step = Coroutine[object, None, None]
Send = Callable[[ASGISendEvent], Step]

MOST_HELD: Final = 256 * 1024  # bytes that wait for one slow reader
LONGEST_BLOCK: Final = 15.0  # seconds

HEADERS: Final = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]


class Reader:
    """A stream and its person. Born holding: what is published waits until the state has been sent."""

    __slots__ = (
        *("admission", "door", "ended"),
        *("_blocked_at", "_endpoint", "_flow", "_held", "_held_bytes", "_rest", "_send", "_transport"),
    )

    def __init__(self, admission: Admission, door: Door, send: ASGISendCallable) -> None:
        self.admission, self.door = admission, door
        self.ended = False
        self._endpoint = asyncio.current_task()
        self._send = _coroutine(send)
        self._transport = transport_of(send)
        self._flow: Flow | None = None
        self._held: list[Piece] | None = []
        self._held_bytes = 0
        self._blocked_at: float | None = None
        self._rest: asyncio.Task[None] | None = None

    async def open(self, state: str) -> None:
        """Send the head and the present state, then what was held meanwhile."""
        head = [*HEADERS, *for_streams()]
        await self._send({"type": "http.response.start", "status": 200, "headers": head, "trailers": False})
        jitter = random.randint(2000, 5000)  # noqa: S311  a restart must not bring everybody back at once
        await self._send(Piece(f"retry: {jitter}\n".encode() + event(state)).event)
        self._flow = flow_of(self._send)
        self._release()

    def write(self, piece: Piece) -> None:
        """Deliver, or keep behind what has not gone yet. On the loop only; never waits, never raises."""
        if self._held is not None:
            self._keep(piece)
        elif self._transport is None or self._flow is None or self._flow.write_paused or piece.last:
            self._step(piece)
        else:
            try:
                self._transport.write(piece.chunk)
            except RuntimeError:  # the connection is gone, and its endpoint is being told
                self.cut()

    def bye(self, why: Bye) -> None:
        """End the stream with a last event; one that cannot be written to is cut."""
        if self._blocked_at is not None:
            self.cut()
        elif not self.ended:
            self.write(Piece(event(why, "bye"), more=False))
            self.ended = True
            self._held = self._held or []  # nothing may follow the last event

    def cut(self) -> None:
        """End at once, whatever is still unsent. The browser comes back by itself and starts afresh."""
        self.ended, self._held = True, []
        # ASGI has no word for this. Without it a reader who never reads would keep its socket and 64 KB.
        if self._transport:
            abort(self._transport)
        elif self._endpoint:
            self._endpoint.cancel()

    def blocked_for(self, present: float) -> float:
        """Seconds since when nothing could be written, by the loop's time; 0 when all is well."""
        return 0.0 if self._blocked_at is None else present - self._blocked_at

    def _keep(self, piece: Piece) -> None:
        if self._held is None or self.ended:
            return
        self._held_bytes += piece.size
        if self._held_bytes > MOST_HELD:
            self.cut()
        else:
            self._held.append(piece)

    def _release(self) -> None:
        held, self._held, self._held_bytes, self._blocked_at = self._held or [], None, 0, None
        for piece in held:
            self.write(piece)  # may block again: what follows is then kept again, in its order

    def _step(self, piece: Piece) -> None:
        step = self._send(piece.event)
        try:
            waiting = step.send(None)
        except StopIteration:
            return
        except Exception:  # noqa: BLE001  as in `write`
            self.cut()
        else:
            self._wait(step, waiting)

    def _wait(self, step: Step, waiting: object) -> None:
        if self.ended:  # its last words would have to wait for somebody who does not read
            self.cut()
        else:
            self._held, self._blocked_at = [], asyncio.get_running_loop().time()
            self._rest = asyncio.create_task(self._finish(step, waiting))

    async def _finish(self, step: Step, waiting: object) -> None:
        try:
            await _Rest(step, waiting)
        except Exception:  # noqa: BLE001  as in `write`
            self.cut()
        if not self.ended:
            self._release()


class _Rest(Awaitable[None]):
    """What remains of a coroutine that was begun by hand and had to wait."""

    def __init__(self, step: Step, waiting: object) -> None:
        self.step, self.waiting = step, waiting

    def __await__(self) -> Generator[object, None, None]:
        waiting = self.waiting
        while True:
            yield waiting
            try:
                waiting = self.step.send(None)
            except StopIteration:
                return


def _coroutine(send: ASGISendCallable) -> Send:
    if inspect.iscoroutinefunction(send):
        return send

    async def stepped(message: ASGISendEvent) -> None:
        await send(message)

    return stepped
