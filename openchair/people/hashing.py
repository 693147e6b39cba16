"""Argon2id with our parameters, at most four at a time, and nobody waits for a place for long."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.auth.hashers import Argon2PasswordHasher

AT_ONCE = 4
TIMES = 3
MEMORY = 46 * 1024  # KiB
LONGEST_WAIT = 2.0  # seconds
_places = threading.BoundedSemaphore(AT_ONCE)


class Busy(Exception):
    """Too many hash at once. Whoever asks is told to try again in a moment."""


class Argon2id(Argon2PasswordHasher):
    """t=3, m=46 MiB, p=1 (RFC 9106 and the OWASP sheet): 4 at a time stay under 200 MB."""

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
    if not _places.acquire(timeout=LONGEST_WAIT):
        raise Busy
    try:
        yield
    finally:
        _places.release()
