"""The line of those who send words to be looked at: they wait in front of the pages, and hold no thread.

A hash takes a while and few are made at once (`people/hashing.py`). At the hour of a meeting a whole circle
signs in within one second; with threads to wait in it would stop every page, without any all but three of
them would be sent away.
"""

import asyncio
from collections.abc import Collection
from contextlib import ExitStack
from typing import Final

from asgiref.typing import (
    ASGI3Application,
    ASGIReceiveCallable,
    ASGISendCallable,
    ASGISendEvent,
    HTTPScope,
)

from openchair.people import hashing

WHERE: Final = ("sign-in", "confirm", "recover-words", "my-words", "join-name")  # names of addresses
AT_ONCE: Final = hashing.AT_ONCE + hashing.WAITING
MOST: Final = 30  # who wait; whoever comes then is told so at once
LONGEST: Final = 10.0  # seconds; then the page asks for the words once more


class Line:
    """An ASGI application: forms that are sent to one of these paths reach the pages by turns, in order."""

    def __init__(self, pages: ASGI3Application, paths: Collection[str], longest: float = LONGEST) -> None:
        self.pages, self.paths, self.longest = pages, paths, longest
        self.waiting = 0
        self._turns = asyncio.Semaphore(AT_ONCE)

    async def __call__(self, scope: HTTPScope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
        by_turns = scope["method"] == "POST" and scope["path"] in self.paths
        await (self._by_turns if by_turns else self.pages)(scope, receive, send)

    async def _by_turns(self, scope: HTTPScope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
        has_turn = await self._waits_for_a_turn()
        hashing.turned_away.set(not has_turn)
        with ExitStack() as turn:
            if has_turn:
                turn.callback(self._turns.release)

            async def watched(event: ASGISendEvent) -> None:
                turn.close()  # the page is made: whoever reads it slowly keeps nobody waiting
                await send(event)

            await self.pages(scope, receive, watched)

    async def _waits_for_a_turn(self) -> bool:
        if self.waiting >= MOST:
            return False
        self.waiting += 1
        try:
            async with asyncio.timeout(self.longest):
                return await self._turns.acquire()
        except TimeoutError:
            return False
        finally:
            self.waiting -= 1
