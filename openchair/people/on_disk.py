"""On the disk before anybody is told so; and whoever waits for the disk waits together.

SQLite flushes at each commit while all others stand in line. Here a commit is flushed after its writer has
left the line, and one flush is for everybody who committed before it began.
"""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from django.db import OperationalError, connection
from django.db.backends.base.base import BaseDatabaseWrapper

_flush: Final = getattr(os, "fdatasync", os.fsync)  # macOS has the second alone


@dataclass(slots=True)
class Wave:
    """One wait for the disk, and those who share it."""

    over: threading.Event = field(default_factory=threading.Event)
    fault: OSError | None = None
    is_led: bool = False


class Waves:
    """Waits for the disk, one after the other. Whoever comes while one is on shares the next.

    Never the one that is on: it may have begun before they had written.
    """

    def __init__(self) -> None:
        self._guard, self._disk = threading.Lock(), threading.Lock()
        self._coming = Wave()

    def share(self, flush: Callable[[], None]) -> None:
        """Return once a flush that began after this call has ended. Raises OSError, for all who share it."""
        with self._guard:
            wave = self._coming
            leads, wave.is_led = not wave.is_led, True
        if leads:
            self._lead(wave, flush)
        wave.over.wait()
        if wave.fault:
            raise wave.fault

    def _lead(self, wave: Wave, flush: Callable[[], None]) -> None:
        with self._disk:
            with self._guard:
                self._coming = Wave()  # from here on people come too late for this one
            try:
                flush()
            except OSError as fault:
                wave.fault = fault
            finally:
                wave.over.set()


_WAVES: Final = Waves()


@contextmanager
def waited_for_later() -> Iterator[None]:
    """Around transactions on SQLite: a commit inside waits for no disk. Call `wait` before telling."""
    _synchronous("NORMAL")
    try:
        yield
    finally:
        _synchronous("FULL")


def wait() -> None:
    """Until all that was committed is on the disk. Raises OperationalError when the disk does not take it.

    What SQLite does itself at each commit under `synchronous=FULL`: it flushes the write-ahead log
    (sqlite.org/pragma.html#pragma_synchronous). What has left the log meanwhile was flushed before it left.
    """
    try:
        _WAVES.share(_flush_log)
    except OSError as fault:
        raise OperationalError("disk I/O error") from fault


def log_of(of: BaseDatabaseWrapper) -> Path:
    """The write-ahead log of a SQLite database (sqlite.org/walformat.html, 1)."""
    return Path(f"{of.settings_dict['NAME']}-wal")


def _flush_log() -> None:
    try:
        log = os.open(log_of(connection), os.O_RDWR)
    except FileNotFoundError:
        return  # the last connection to close it put everything into the database, flushed
    try:
        _flush(log)
    finally:
        os.close(log)


def _synchronous(level: str) -> None:
    connection.ensure_connection()
    with connection.wrap_database_errors:
        connection.connection.execute(f"PRAGMA synchronous={level}")
