"""Asking a door: in a few threads, in the reader's language, with fresh connections.

A restart brings everybody back within seconds. So a thread takes several questions at a time, and the loop
is woken once for all their answers: a third of the cost of an executor and its futures.
"""

import asyncio
import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from queue import Empty, SimpleQueue
from typing import Final, Generic, Protocol, TypeVar

from django.db import close_old_connections, connections
from django.utils import translation

THREADS: Final = 4
AT_ONCE: Final = 8  # questions that a thread takes together

T = TypeVar("T")

log = logging.getLogger("openchair.live")


class NoAnswer(Exception):
    """The door raised; what it was has been logged by the name of its class."""


class Asked(Protocol):
    """A question on its way."""

    def think(self) -> None:
        """Find the answer, in a thread."""

    def tell(self) -> None:
        """Hand it over, on the loop."""


class Threads:
    """The few threads in which doors are asked. They begin with the first question."""

    def __init__(self) -> None:
        self._questions: SimpleQueue[Asked | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []

    def ask(self, question: Callable[[], T], language: str | None = None) -> asyncio.Future[T]:
        """The answer to the question. Raises NoAnswer when it raised."""
        loop = asyncio.get_running_loop()
        if not self._threads:
            self._start(loop)
        asked = Question(question, language, loop.create_future())
        self._questions.put(asked)
        return asked.answer

    def close(self) -> None:
        """End the threads after what they were asked; waits 2 s at most for each."""
        for _ in self._threads:
            self._questions.put(None)
        for thread in self._threads:
            thread.join(2)
        self._threads = []

    def _start(self, loop: asyncio.AbstractEventLoop) -> None:
        for number in range(THREADS):
            thread = threading.Thread(target=self._work, args=[loop], name=f"live-door-{number}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def _work(self, loop: asyncio.AbstractEventLoop) -> None:
        while asked := self._questions.get():
            together, last = self._with_others(asked)
            close_old_connections()
            for one in together:
                one.think()
            close_old_connections()
            if not loop.is_closed():
                loop.call_soon_threadsafe(_tell, together)
            if last:
                break
        connections.close_all()

    def _with_others(self, first: Asked) -> tuple[list[Asked], bool]:
        together = [first]
        while len(together) < AT_ONCE:
            try:
                more = self._questions.get_nowait()
            except Empty:
                break
            if more is None:
                return together, True
            together.append(more)
        return together, False


class Question(Generic[T]):
    """A question, the language to think in, and where the answer goes."""

    __slots__ = ("_found", "_language", "_question", "answer")

    def __init__(self, question: Callable[[], T], language: str | None, answer: asyncio.Future[T]) -> None:
        self._question, self._language, self.answer = question, language, answer
        self._found: list[T] = []

    def think(self) -> None:
        try:
            with translation.override(self._language):
                self._found.append(self._question())
        except Exception as error:  # noqa: BLE001  a door is somebody else's code
            log.error("a live door raised %s", type(error).__name__)

    def tell(self) -> None:
        if self.answer.done():
            return  # whoever asked has gone
        if self._found:
            self.answer.set_result(self._found[0])
        else:
            self.answer.set_exception(NoAnswer())


def close_threads(pool: ThreadPoolExecutor, size: int) -> None:
    """Have each of the pool's `size` threads close its own connections, then end the pool (≤ 2 s)."""
    everybody = threading.Barrier(size)
    for _ in range(size):
        pool.submit(_let_go, everybody)
    pool.shutdown(wait=True)


def _let_go(everybody: threading.Barrier) -> None:
    try:
        everybody.wait(timeout=2)  # so that no thread takes two turns
    except threading.BrokenBarrierError:
        return
    finally:
        connections.close_all()


def _tell(together: list[Asked]) -> None:
    for one in together:
        one.tell()
