"""What stands in front of the pages: a request reaches one of the few page threads only when it is whole.

The WSGI bridge behind takes a thread before the body has arrived, so a handful of half-sent forms would
stop every page; it keeps headers with underscores, which pass for a proxy's; it joins cookies by a comma.
"""

import asyncio
import logging
from collections.abc import Iterable
from typing import Final

from asgiref.typing import (
    ASGI3Application,
    ASGIReceiveCallable,
    ASGIReceiveEvent,
    ASGISendCallable,
    ASGISendEvent,
    HTTPScope,
)

from openchair.project.apart import send_apart

MOST_BYTES: Final = 6 * 1024 * 1024  # of one body
MOST_BYTES_AT_ONCE: Final = 16 * MOST_BYTES  # of all the bodies held at one time
LONGEST: Final = 10.0  # seconds for a body to arrive

Header = tuple[bytes, bytes]

log = logging.getLogger("openchair.project")


class Refused(Exception):
    """The request goes no further; the argument is the status to answer (RFC 9110, 15)."""


class Guard:
    """An ASGI application that gathers each body on the loop, and hands on whole, cleaned requests."""

    def __init__(self, pages: ASGI3Application, longest: float = LONGEST) -> None:
        self.pages, self.longest = pages, longest
        self._held = 0

    async def __call__(self, scope: HTTPScope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
        headers = clean(scope["headers"])
        held = bytearray()
        if "\0" in scope["path"]:  # no address of ours holds one, and PostgreSQL would refuse to look
            return await send_apart(send, 404, dict(headers))
        try:
            if _has_body(headers):
                await asyncio.wait_for(self._gather(held, headers, receive), self.longest)
                headers = _measured(headers, len(held))
        except (Refused, TimeoutError) as error:
            self._held -= len(held)
            return await send_apart(send, error.args[0] if isinstance(error, Refused) else 408, dict(headers))
        try:
            await self._hand_on({**scope, "headers": headers}, _replay(bytes(held), receive), send)
        finally:
            self._held -= len(held)

    async def _hand_on(self, scope: HTTPScope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
        begun = False

        async def watched(event: ASGISendEvent) -> None:
            nonlocal begun
            begun = True
            await send(event)

        try:
            await self.pages(scope, receive, watched)
        except Exception as error:
            if begun:
                raise
            log.error("a page raised %s", type(error).__name__)  # Django answers its own; this came before it
            await send_apart(send, 500, dict(scope["headers"]))

    async def _gather(self, held: bytearray, headers: Iterable[Header], receive: ASGIReceiveCallable) -> None:
        if int(dict(headers).get(b"content-length", b"0")) > MOST_BYTES:
            raise Refused(413)
        while True:
            event = await receive()
            if event["type"] != "http.request":
                raise Refused(400)  # the asker has gone, and nobody reads this
            held += event["body"]
            self._held += len(event["body"])
            if len(held) > MOST_BYTES:
                raise Refused(413)
            if self._held > MOST_BYTES_AT_ONCE:
                raise Refused(503)
            if not event["more_body"]:
                return


def clean(headers: Iterable[Header]) -> list[Header]:
    """The headers without those that have underscores in their names, and with all cookies in one."""
    headers = list(headers)
    kept = [(name, value) for name, value in headers if b"_" not in name and name != b"cookie"]
    cookies = [value for name, value in headers if name == b"cookie"]
    return [*kept, (b"cookie", b"; ".join(cookies))] if cookies else kept


def _has_body(headers: Iterable[Header]) -> bool:
    return any(name in (b"content-length", b"transfer-encoding") for name, _ in headers)


def _measured(headers: Iterable[Header], length: int) -> list[Header]:
    # A body in chunks has no length, and Django reads no further than the length it is told.
    kept = [one for one in headers if one[0] not in (b"content-length", b"transfer-encoding")]
    return [*kept, (b"content-length", str(length).encode())]


def _replay(whole: bytes, receive: ASGIReceiveCallable) -> ASGIReceiveCallable:
    handed_on = False

    async def once() -> ASGIReceiveEvent:
        nonlocal handed_on
        if handed_on:
            return await receive()
        handed_on = True
        return {"type": "http.request", "body": whole, "more_body": False}

    return once
