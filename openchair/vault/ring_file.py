"""The ring as a file: its tables, and how it is opened so that what is deleted is gone."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

TABLES: Final = (
    "facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "keks (epoch INTEGER PRIMARY KEY, made TEXT NOT NULL, retired TEXT, proof BLOB NOT NULL, envelope BLOB)",
    "keys (subject TEXT PRIMARY KEY, kind TEXT NOT NULL, epoch INTEGER NOT NULL, wrapped BLOB NOT NULL)",
    "tombstones (mark BLOB PRIMARY KEY, day TEXT NOT NULL) WITHOUT ROWID",
    "strays (subject TEXT PRIMARY KEY, seen TEXT NOT NULL) WITHOUT ROWID",
)
BOTH: Final = ("main", "copy")  # the two live copies, as SQLite names them
WAIT: Final = 20.0  # seconds for another writer


class RingUnreadable(RuntimeError):
    """The ring's file is missing, damaged or no ring. Says which and where, for the operator."""


def connect(path: Path, copy: Path, *, make: bool = False) -> sqlite3.Connection:
    """One connection that holds both copies: what is written reaches both or neither.

    A transaction over attached files is atomic while none of them keeps a write-ahead log
    (sqlite.org/atomiccommit.html, 5). `secure_delete` overwrites what is deleted with zeros.
    Raises RingUnreadable when a file is missing (unless `make`) or is no ring.
    """
    for one in (path, copy):
        if make:
            one.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        elif not one.is_file():
            raise RingUnreadable(f"The ring {one} is missing.")
    try:
        return _opened(path, copy)
    except sqlite3.Error as fault:
        raise RingUnreadable(f"The ring {path} or its copy {copy} cannot be opened: {fault}.") from None


def _opened(path: Path, copy: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
    connection.execute("ATTACH DATABASE ? AS copy", [str(copy)])
    for of in BOTH:
        connection.execute(f"PRAGMA {of}.journal_mode=DELETE")
        connection.execute(f"PRAGMA {of}.secure_delete=ON")
        connection.execute(f"PRAGMA {of}.synchronous=EXTRA")
    connection.execute("PRAGMA temp_store=MEMORY")
    connection.execute("PRAGMA trusted_schema=OFF")
    for of in BOTH:
        for table in TABLES:
            connection.execute(f"CREATE TABLE IF NOT EXISTS {of}.{table}")
    path.chmod(0o600)
    copy.chmod(0o600)
    return connection


def wipe(path: Path) -> None:
    """Overwrite a ring's file with zeros, then remove it and its journal; what is gone already is fine."""
    for one in (path, path.with_name(f"{path.name}-journal")):
        if one.is_file():
            with one.open("r+b") as file:
                file.write(bytes(one.stat().st_size))
                file.flush()
                os.fsync(file.fileno())
            one.unlink()


def copied(source: Path, target: Path) -> None:
    """One file of a ring, whole, at another path: by SQLite's backup, so that no half change comes along.

    A file that was there is overwritten with zeros before it goes. Raises RingUnreadable.
    """
    draft = target.with_name(f"{target.name}.new")
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    wipe(draft)
    try:
        with (
            closing(
                sqlite3.connect(f"{source.absolute().as_uri()}?mode=rw", uri=True, timeout=WAIT)
            ) as origin,
            closing(sqlite3.connect(draft)) as made,
        ):
            origin.backup(made)
    except sqlite3.Error as fault:
        raise RingUnreadable(f"The ring {source} cannot be copied: {fault}.") from None
    draft.chmod(0o600)
    wipe(target)
    draft.replace(target)
