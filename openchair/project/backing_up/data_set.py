"""The data as a set: nothing of the ring, and no key."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from django.db import connection

from openchair.project.backing_up import postgres, proof, sets
from openchair.project.backing_up.sets import Spoilt
from openchair.vault.ring import Ring
from openchair.vault.tombstones import in_the_data

FILE: Final = "openchair.sqlite3"


def make(parent: Path, ring: Ring) -> tuple[Path, proof.Opened]:
    """A new set, read back and opened in part; returns its folder. Raises Spoilt."""
    with sets.begun(parent) as draft:
        sets.write_tombstones(draft, in_the_data())
        if connection.vendor == "sqlite":
            counts = _copy(draft / FILE)
            looked = look_into(draft / FILE, counts, ring)
        else:
            counts, looked = postgres.dump(draft / postgres.DUMP, ring)
        return sets.finish(draft, "data", ring.fact("name") or "", counts), looked


def look_into(path: Path, counts: dict[str, int], ring: Ring) -> proof.Opened:
    """That the file is whole, has these rows, and opens. Raises Spoilt."""
    try:
        with closing(sqlite3.connect(path)) as file:
            if file.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise Spoilt(f"{path} is damaged.")
            if {name: _count(file, name) for name in counts} != counts:
                raise Spoilt(f"{path} has not the rows that its manifest says.")
            return proof.open_some(asking(file), ring)
    except sqlite3.Error as fault:
        raise Spoilt(f"{path} cannot be read: {fault}.") from None


def asking(file: sqlite3.Connection) -> proof.Ask:
    """A question's rows."""
    return lambda question: file.execute(question).fetchall()


def _copy(target: Path) -> dict[str, int]:
    """The file as it is at one moment, by SQLite's backup, and how many rows it had then."""
    source = str(connection.settings_dict["NAME"])
    with closing(sqlite3.connect(source, timeout=20)) as origin, closing(sqlite3.connect(target)) as made:
        origin.execute("BEGIN")
        counts = proof.counts(asking(origin))
        origin.backup(made)
        made.execute("PRAGMA journal_mode=DELETE")
    return counts


def _count(file: sqlite3.Connection, name: str) -> int:
    return int(file.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0])
