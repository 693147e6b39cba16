"""A new key above all keys: everything is wrapped anew, and a week later the old one is destroyed.

Whatever copy of the ring somebody took before then opens nothing afterwards. Each step is one transaction
that can be repeated, so a rotation that was cut off goes on where it stopped.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Final

from openchair.kit.clock import now
from openchair.vault import paper, wrapping
from openchair.vault.ring import Ring
from openchair.vault.ring_file import BOTH

EVERY: Final = timedelta(days=30)
KEPT_FOR: Final = timedelta(days=7)  # an old key-encryption key, once nothing is wrapped in it
BATCH: Final = 10_000  # keys in one transaction; others wait for a sixth of a second

ROOM: Final = -64_000  # KiB for each copy, in SQLite's way of writing it
USUAL: Final = -2_000


def rotate(ring: Ring) -> int:
    """Begin a new epoch and wrap every key in it; returns how many keys were.

    Raises KeyMissing and RingUnreadable; what was done until then stays good.
    """
    begin(ring, ring.epoch())
    return go_on(ring)


def is_due(ring: Ring, today: date | None = None) -> bool:
    """True when the present epoch is thirty days old."""
    ((made,),) = ring.ask("SELECT made FROM keks WHERE epoch = ?", [ring.epoch()])
    return (today or now().date()) >= date.fromisoformat(made) + EVERY


def begin(ring: Ring, after: int) -> None:
    """The epoch that follows `after`; nothing when another process began it meanwhile."""
    epoch = after + 1
    kek = ring.keys.make(epoch)
    public = paper.kept(ring)
    envelope = paper.envelope(ring, public, epoch, kek) if public else None
    row = [epoch, _today(), wrapping.proof_of(kek, epoch), envelope]
    with ring.writing() as connection:
        if ring.epoch(connection) != after:
            return
        for of in BOTH:
            connection.execute(f"INSERT INTO {of}.keks VALUES (?, ?, NULL, ?, ?)", row)
            connection.execute(f"UPDATE {of}.facts SET value = ? WHERE name = 'epoch'", [str(epoch)])


def go_on(ring: Ring) -> int:
    """Wrap what is still under an older key, and retire the older ones; returns how many keys that were."""
    total = at = 0
    with _with_room(ring):
        while (last := _batch(ring, at)) is not None:
            at, count = last
            total += count
    _retire(ring)
    return total


def is_unfinished(ring: Ring) -> bool:
    """True when a rotation was cut off."""
    old = ring.ask("SELECT 1 FROM keks WHERE retired IS NULL AND epoch < ? LIMIT 1", [ring.epoch()])
    return bool(old)


def destroy_retired(ring: Ring, today: date | None = None) -> list[int]:
    """Destroy the key files that were retired a week ago, and their envelopes; returns their epochs.

    A key that something is still wrapped in is never destroyed.
    """
    before = ((today or now().date()) - KEPT_FOR).isoformat()
    with ring.writing() as connection:
        rows = connection.execute(
            "SELECT epoch FROM main.keks WHERE retired <= ? AND epoch NOT IN"
            " (SELECT epoch FROM main.keys UNION SELECT epoch FROM copy.keys)",
            [before],
        ).fetchall()
        gone = [epoch for (epoch,) in rows]
        for epoch in gone:
            ring.keys.destroy(epoch)
        for of in BOTH:
            connection.executemany(f"DELETE FROM {of}.keks WHERE epoch = ?", rows)
    if gone:
        ring.forget_keks()
    return gone


@contextmanager
def _with_room(ring: Ring) -> Iterator[None]:
    """Keep a whole batch in this thread's memory: half the time of one that spills to the disk."""
    connection = ring.connection()
    try:
        for of in BOTH:
            connection.execute(f"PRAGMA {of}.cache_size={ROOM}")
        yield
    finally:
        for of in BOTH:
            connection.execute(f"PRAGMA {of}.cache_size={USUAL}")


def _batch(ring: Ring, after: int) -> tuple[int, int] | None:
    """Wrap one batch anew; returns the last row of it and how many keys it had, None behind the last."""
    with ring.writing() as connection:
        epoch = ring.epoch(connection)
        rows = connection.execute(
            "SELECT rowid, subject, kind, epoch, wrapped FROM main.keys"
            " WHERE rowid > ? AND epoch < ? ORDER BY rowid LIMIT ?",
            [after, epoch, BATCH],
        ).fetchall()
        anew = [
            (epoch, ring.rewrapped(wrapped, old, epoch, kind, subject), subject, rowid)
            for rowid, subject, kind, old, wrapped in rows
        ]
        for of in BOTH:
            _write(connection, of, anew)
    return (rows[-1][0], len(rows)) if rows else None


def _write(connection: sqlite3.Connection, of: str, anew: list[tuple[int, bytes, str, int]]) -> None:
    """Row after row as they lie in the file; by name where one copy holds them in another order."""
    said = f"UPDATE {of}.keys SET epoch = ?, wrapped = ? WHERE subject = ?"
    if connection.executemany(f"{said} AND rowid = ?", anew).rowcount != len(anew):
        connection.executemany(said, [one[:3] for one in anew])


def _retire(ring: Ring) -> None:
    with ring.writing() as connection:
        epoch = ring.epoch(connection)
        left = connection.execute("SELECT 1 FROM main.keys WHERE epoch < ? LIMIT 1", [epoch]).fetchone()
        if left:
            return
        for of in BOTH:
            connection.execute(
                f"UPDATE {of}.keks SET retired = ? WHERE epoch < ? AND retired IS NULL", [_today(), epoch]
            )


def _today() -> str:
    return now().date().isoformat()
