"""What was deleted is gone from the disk too.

SQLite's write-ahead log goes on holding rows after they were deleted, until it is written back and emptied:
who sat where, and what was erased, would stay (sqlite.org/pragma.html#pragma_wal_checkpoint). While somebody
reads in it that cannot be done; then it is owed, and tried again.
"""

from typing import ClassVar, Final

from django.db import OperationalError, connection

from openchair.jobs.ticks import every

PATIENCE: Final = 100  # milliseconds for those who read: whoever waits for them holds up everybody who writes


class _Log:
    """Is it to be emptied? A process before this one may have left it full."""

    is_full: ClassVar[bool] = True


def empty_the_log() -> None:
    """Now, or as soon as nobody reads in it any more. Inside a transaction it waits for the next tick."""
    _Log.is_full = True
    if not connection.in_atomic_block:
        empty_what_is_full()


@every(seconds=5)
def empty_what_is_full() -> None:
    """Try it, where it is owed."""
    if _Log.is_full:
        _Log.is_full = False  # before it is tried: what is deleted meanwhile owes it again
        _Log.is_full = not _was_emptied() or _Log.is_full


def _was_emptied() -> bool:
    if connection.vendor != "sqlite":
        return True
    with connection.cursor() as cursor:
        (usual,) = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute(f"PRAGMA busy_timeout={PATIENCE}")
        try:
            busy, _pages, _moved = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except OperationalError:  # locked: somebody else empties it just now, or this connection still reads
            return False
        finally:
            cursor.execute(f"PRAGMA busy_timeout={usual}")
    return not busy
