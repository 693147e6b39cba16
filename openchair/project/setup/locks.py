"""One at a time: locks of the operating system, which end with the process that held them."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

WAIT = 600.0  # seconds; longer than the slowest setting up we have seen


@contextmanager
def one_at_a_time(path: Path, *, meanwhile: Callable[[], None], wait: float = WAIT) -> Iterator[None]:
    """Hold `path` (made if missing) for the block; call `meanwhile` once if somebody else holds it.

    Raises TimeoutError after `wait` seconds.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        deadline, told = time.monotonic() + wait, False
        while not _taken(file.fileno()):
            if not told:
                meanwhile()
                told = True
            if time.monotonic() > deadline:
                raise TimeoutError(path)
            time.sleep(0.1)
        yield


def hold(path: Path) -> int | None:
    """Hold `path` until this process ends; returns the open file's number, or None when another holds it."""
    number = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    if _taken(number):
        return number
    os.close(number)
    return None


def _taken(number: int) -> bool:
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
