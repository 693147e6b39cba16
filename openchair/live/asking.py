"""Asking a door: in a few threads, in the reader's language, with fresh connections."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, BrokenBarrierError
from typing import Final, TypeVar

from django.db import close_old_connections, connections
from django.utils import translation

THREADS: Final = 4

T = TypeVar("T")

log = logging.getLogger("openchair.live")


class NoAnswer(Exception):
    """The door raised; what it was has been logged by the name of its class."""


class Threads:
    """The pool in which doors are asked."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(THREADS, "live-door")

    async def ask(self, question: Callable[[], T], language: str | None = None) -> T:
        """The answer to the question. Raises NoAnswer when it raised."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool, _answer, question, language)

    def close(self) -> None:
        """End the threads; each lets go of its own database connections."""
        close_threads(self._pool, THREADS)


def close_threads(pool: ThreadPoolExecutor, size: int) -> None:
    """Have each of the pool's `size` threads close its own connections, then end the pool (≤ 2 s)."""
    everybody = Barrier(size)
    for _ in range(size):
        pool.submit(_let_go, everybody)
    pool.shutdown(wait=True, cancel_futures=False)


def _let_go(everybody: Barrier) -> None:
    try:
        everybody.wait(timeout=2)  # so that no thread takes two turns
    except BrokenBarrierError:
        return
    finally:
        connections.close_all()


def _answer(question: Callable[[], T], language: str | None) -> T:
    close_old_connections()
    try:
        with translation.override(language):
            return question()
    except Exception as error:  # noqa: BLE001  a door is somebody else's code
        log.error("a live door raised %s", type(error).__name__)
        raise NoAnswer from None
    finally:
        close_old_connections()
