"""Whoever writes waits in line: SQLite lets one write at a time, and does not remember who came first."""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connection

from openchair.people import on_disk

LONGEST: Final = 20.0  # seconds; then SQLite's own patience begins, which ends by an error


class Line:
    """A lock that is handed on in the order in which people came.

    Without it, dozens of threads that wait for SQLite look in now and then, most of them at the wrong
    moment: some wait in vain for twenty seconds and are told that the database is locked.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()
        self._taken = False

    def enter(self) -> bool:
        """Wait for one's turn; False when it did not come in time, and then there is nothing to leave."""
        with self._guard:
            if not self._taken:
                self._taken = True
                return True
            mine = threading.Lock()
            mine.acquire()
            self._waiting.append(mine)
        return mine.acquire(timeout=LONGEST) or self._give_up(mine)

    def leave(self) -> None:
        """Hand it on to whoever has waited longest."""
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._taken = False

    def _give_up(self, mine: threading.Lock) -> bool:
        with self._guard:
            if mine in self._waiting:
                self._waiting.remove(mine)
                return False
        return True  # it came at the last moment


class _Here(threading.local):
    """Of this thread: does it stand in line or hold its turn already?"""

    came = False


_LINE: Final = Line()
_HERE: Final = _Here()


@contextmanager
def in_turn() -> Iterator[None]:
    """Around a transaction that writes. Nothing on PostgreSQL, inside an open transaction, or in one's turn.

    Take it before the transaction begins: whoever holds the database and then waited here would be waited
    for by whoever stands first in line. The next is called before the disk has taken what was committed,
    and whoever leaves by then waits for it together with others.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block or _HERE.came:
        yield
        return
    try:
        with _called(), on_disk.waited_for_later():
            yield
    finally:
        on_disk.wait()  # after a refusal too: a repeat is answered by what the first one wrote


@contextmanager
def _called() -> Iterator[None]:
    _HERE.came = True
    entered = _LINE.enter()
    try:
        yield
    finally:
        _HERE.came = False
        if entered:
            _LINE.leave()
