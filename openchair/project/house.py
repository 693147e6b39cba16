"""One process: pages in a few fixed threads, streams on the loop, ticks beside them."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from typing import Final, cast

from a2wsgi import WSGIMiddleware
from a2wsgi.wsgi_typing import WSGIApp
from asgiref.typing import ASGI3Application, ASGIReceiveCallable, ASGISendCallable, Scope
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.urls import get_resolver, reverse

from openchair.jobs.ticks import start_ticks, stop_ticks
from openchair.live.asking import close_threads
from openchair.live.doors import doors
from openchair.live.endpoint import Endpoint
from openchair.live.hub import hub
from openchair.live.words import words
from openchair.project.guard import Guard
from openchair.project.line import WHERE, Line
from openchair.project.proxies import Networks, seen_through

PAGE_THREADS: Final = 4
_WHOLE_ANSWER: Final = 4096  # pieces that wait for a slow reader outside the thread that made them


def whole_house() -> House:
    """All the pages and streams of this place; Django is set up already."""
    # Made before there are threads: two that asked first at once would each get a store, and half the words.
    words()
    trusted = settings.OPENCHAIR_TRUSTED_PROXIES
    # Read every address now: the first visitor does not wait for it, and a stream finds its door.
    _ = get_resolver().url_patterns
    words_at = frozenset(map(reverse, WHERE))
    return House(cast(WSGIApp, WSGIHandler()), Endpoint(hub(), doors), trusted, words_at)


class House:
    """The ASGI application of a place: `/live/` is a stream, everything else a page."""

    def __init__(
        self, pages: WSGIApp, live: Endpoint, trusted: Networks = (), words_at: Collection[str] = ()
    ) -> None:
        self._bridge = WSGIMiddleware(pages, workers=PAGE_THREADS, send_queue_size=_WHOLE_ANSWER)
        self.line = Line(cast(ASGI3Application, self._bridge), words_at)
        self.pages = Guard(cast(ASGI3Application, self.line))
        self.live, self.trusted = live, trusted

    async def __call__(self, scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
        if scope["type"] == "http":
            front = self.live if scope["path"].startswith("/live/") else self.pages
            await front(seen_through(scope, self.trusted), receive, send)
        elif scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        else:
            await send({"type": "websocket.close", "code": 1000, "reason": None})

    async def _lifespan(self, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
        await receive()
        await self.live.start()
        start_ticks()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self.live.stop()
        await asyncio.to_thread(stop_ticks)
        await asyncio.to_thread(close_threads, self._bridge.executor, PAGE_THREADS)
        await send({"type": "lifespan.shutdown.complete"})
