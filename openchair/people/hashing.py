"""Argon2id with our parameters, at most two at a time, and one who waits; no other thread waits for a place.

Whoever else comes waits in front of the pages, where it costs no thread (`project/line.py`).
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.contrib.auth.hashers import Argon2PasswordHasher

# Together fewer than the threads that make pages (`project/house.py`): however many sign in at once, one
# thread is left for Help now and for leaving.
AT_ONCE = 2
WAITING = 1
TIMES = 3
MEMORY = 46 * 1024  # KiB
LONGEST_WAIT = 2.0  # seconds
SOON = 10  # seconds, after which it is worth another try
# Set for whoever found no turn in that line: those who have waited for theirs find a place here.
turned_away: ContextVar[bool] = ContextVar("turned_away", default=False)
_near = threading.BoundedSemaphore(AT_ONCE + WAITING)
_places = threading.BoundedSemaphore(AT_ONCE)


class Busy(Exception):
    """Too many hash at once. Whoever asks is told to try again in a moment."""


class Argon2id(Argon2PasswordHasher):
    """t=3, m=46 MiB, p=1 (RFC 9106 and the OWASP sheet): 2 at a time stay under 100 MB."""

    time_cost = TIMES
    memory_cost = MEMORY
    parallelism = 1

    def encode(self, password: str, salt: str) -> str:
        with _a_place():
            return str(super().encode(password, salt))

    def verify(self, password: str, encoded: str) -> bool:
        with _a_place():
            return bool(super().verify(password, encoded))


@contextmanager
def _a_place() -> Iterator[None]:
    if turned_away.get():
        raise Busy
    with _taken(_near, 0), _taken(_places, LONGEST_WAIT):
        yield


@contextmanager
def _taken(places: threading.BoundedSemaphore, wait: float) -> Iterator[None]:
    if not places.acquire(timeout=wait):
        raise Busy
    try:
        yield
    finally:
        places.release()
