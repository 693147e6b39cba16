"""The ring: a key for each person, group and case, wrapped, in a small file of its own.

Whoever destroys a key here has erased all words sealed with it, in the data and in every copy of the data.
"""

import secrets
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from openchair.kit.clock import now
from openchair.vault import ring_file, wrapping
from openchair.vault.boxes import KEY_BYTES, BrokenSeal
from openchair.vault.keks import KeyFolder, KeyMissing
from openchair.vault.ring_file import BOTH, RingUnreadable

MOST_AT_ONCE: Final = 500  # names in one question to the ring
SYSTEM: Final = ("index", "tombs")  # keys of the place itself


class Destroyed(Exception):
    """There was a key by this name, and it was destroyed: nothing is sealed for its owner any more."""


@dataclass(slots=True)
class Ring:
    """Two live copies of one file, and the folder of the keys above it. Safe to use from many threads."""

    path: Path
    copy: Path
    keys: KeyFolder
    questions: int = 0  # for keys, since the start: a page that asks once for each row is found by its tests
    _here: threading.local = field(default_factory=threading.local)
    _keks: dict[int, bytes] = field(default_factory=dict)
    _system: dict[str, bytes] = field(default_factory=dict)

    def begin(self) -> None:
        """Make the ring with its first epoch and the keys of the place, once; a ring that is there stays."""
        connection = ring_file.connect(self.path, self.copy, make=True)
        try:
            if self._fact(connection, "epoch") is None:
                self._first_epoch(connection)
        finally:
            connection.close()

    def forge(self, kind: str, subjects: Iterable[str]) -> None:
        """A new key for each subject that has none. Raises Destroyed for one whose key was destroyed."""
        wanted = list(subjects)
        with self.writing() as connection:
            if any(self._has_tombstone(connection, subject) for subject in wanted):
                raise Destroyed
            epoch = self.epoch(connection)
            for subject in wanted:
                wrapped = self._wrapped(secrets.token_bytes(KEY_BYTES), epoch, kind, subject)
                for of in BOTH:
                    connection.execute(
                        f"INSERT OR IGNORE INTO {of}.keys VALUES (?, ?, ?, ?)",
                        [subject, kind, epoch, wrapped],
                    )

    def open_keys(self, subjects: Iterable[str]) -> dict[str, bytes]:
        """The keys of those who have one, in one question for every five hundred.

        Raises RingUnreadable, also for a key that does not open, and KeyMissing.
        """
        wanted, found = list(subjects), {}
        self.questions += 1
        for at in range(0, len(wanted), MOST_AT_ONCE):
            part = wanted[at : at + MOST_AT_ONCE]
            marks = ",".join("?" * len(part))
            rows = self.ask(
                f"SELECT subject, kind, epoch, wrapped FROM keys WHERE subject IN ({marks})", part
            )
            for subject, kind, epoch, wrapped in rows:
                found[subject] = self._unwrapped(wrapped, epoch, kind, subject)
        return found

    def names(self, kind: str | None = None) -> set[str]:
        """Whose keys are here; of one kind, or of all."""
        rows = self.ask("SELECT subject FROM keys WHERE kind = ? OR ? IS NULL", [kind, kind])
        return {row[0] for row in rows}

    def tombstones(self) -> dict[bytes, str]:
        """The marks of destroyed keys, each with its day (ISO 8601)."""
        return dict(self.ask("SELECT mark, day FROM tombstones"))

    def destroy(self, subjects: Iterable[str], marks: Mapping[bytes, str] | None = None) -> None:
        """Overwrite these keys in both copies, and remember by a mark and a day that they are gone."""
        with self.writing() as connection:
            for of in BOTH:
                connection.executemany(
                    f"DELETE FROM {of}.keys WHERE subject = ?", [[one] for one in subjects]
                )
                connection.executemany(
                    f"INSERT OR IGNORE INTO {of}.tombstones VALUES (?, ?)", list((marks or {}).items())
                )
                connection.execute(f"UPDATE {of}.facts SET value = value + 1 WHERE name = 'destroyed'")

    def destroyed(self) -> int:
        """How many times keys were destroyed: whoever holds opened keys asks this before using them."""
        connection = self.connection()
        version = connection.execute("PRAGMA main.data_version").fetchone()[0]
        if version != getattr(self._here, "version", None):
            self._here.count = int(self._fact(connection, "destroyed") or 0)
            self._here.version = version
        count: int = self._here.count
        return count

    def fact(self, name: str) -> str | None:
        """What the ring says of itself: its "name", its "epoch", the public half of its "paper"."""
        found = self.ask("SELECT value FROM facts WHERE name = ?", [name])
        return str(found[0][0]) if found else None

    def epoch(self, connection: sqlite3.Connection | None = None) -> int:
        """The epoch in which new keys are wrapped."""
        said = self._fact(connection or self.connection(), "epoch")
        if said is None:
            raise RingUnreadable(f"The ring {self.path} has no epoch: it was not finished.")
        return int(said)

    def kek(self, epoch: int) -> bytes:
        """The key-encryption key of an epoch, proven to be this ring's. Raises KeyMissing."""
        if epoch not in self._keks:
            key = self.keys.read(epoch)
            proof = self.ask("SELECT proof FROM keks WHERE epoch = ?", [epoch])
            if not proof or not wrapping.proves(proof[0][0], key, epoch):
                raise KeyMissing(f"{self.keys.path(epoch)} is not the key of this ring's epoch {epoch}.")
            self._keks[epoch] = key
        return self._keks[epoch]

    def forget_keks(self) -> None:
        """Drop what was read of the key folder, so that it is read again."""
        self._keks.clear()

    def ask(self, question: str, values: Iterable[object] = ()) -> list[tuple]:  # type: ignore[type-arg] # sqlite's rows
        """The rows that answer a question put to the first copy. Raises RingUnreadable."""
        try:
            return self.connection().execute(question, tuple(values)).fetchall()
        except sqlite3.Error as fault:
            raise RingUnreadable(f"The ring {self.path} cannot be read: {fault}.") from None

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction over both copies; nobody else writes meanwhile. Raises RingUnreadable."""
        connection = self.connection()
        try:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            for of in BOTH:
                connection.execute(f"UPDATE {of}.facts SET value = value + 1 WHERE name = 'changes'")
            connection.execute("COMMIT")
        except sqlite3.Error as fault:
            raise RingUnreadable(f"The ring {self.path} cannot be written: {fault}.") from None
        finally:
            self._here.version = None
            if connection.in_transaction:
                connection.execute("ROLLBACK")

    def connection(self) -> sqlite3.Connection:
        """This thread's own connection."""
        found: sqlite3.Connection | None = getattr(self._here, "connection", None)
        if found is None:
            found = self._here.connection = ring_file.connect(self.path, self.copy)
        return found

    def close(self) -> None:
        """Close this thread's connection; the next question opens another."""
        connection = getattr(self._here, "connection", None)
        if connection is not None:
            connection.close()
        self._here = threading.local()

    def mark_of(self, subject: str) -> bytes:
        """By what a destroyed key is remembered: says nothing to whoever does not hold the ring."""
        return wrapping.mark(self.system_key("tombs"), subject)

    def system_key(self, name: str) -> bytes:
        """A key of the place itself. Raises RingUnreadable when it is not there."""
        if name not in self._system:
            self._system |= self.open_keys(SYSTEM)
        if name not in self._system:
            raise RingUnreadable(f"The ring {self.path} has lost its key '{name}'.")
        return self._system[name]

    def rewrapped(self, wrapped: bytes, old: int, new: int, kind: str, subject: str) -> bytes:
        """The same key under the key of another epoch. Raises RingUnreadable when it does not open."""
        return self._wrapped(self._unwrapped(wrapped, old, kind, subject), new, kind, subject)

    def _first_epoch(self, connection: sqlite3.Connection) -> None:
        connection.execute("BEGIN IMMEDIATE")
        if self._fact(connection, "epoch") is not None:
            return  # another process was quicker
        kek = self.keys.make(1)
        proof, day = wrapping.proof_of(kek, 1), now().date().isoformat()
        system = [
            (
                name,
                "system",
                1,
                wrapping.wrap(secrets.token_bytes(32), kek=kek, epoch=1, kind="system", subject=name),
            )
            for name in SYSTEM
        ]
        facts = [("epoch", "1"), ("destroyed", "0"), ("changes", "0"), ("name", secrets.token_hex(16))]
        for of in BOTH:
            connection.execute(f"INSERT INTO {of}.keks VALUES (1, ?, NULL, ?, NULL)", [day, proof])
            connection.executemany(f"INSERT INTO {of}.keys VALUES (?, ?, ?, ?)", system)
            connection.executemany(f"INSERT INTO {of}.facts VALUES (?, ?)", facts)
        connection.execute("COMMIT")

    def _has_tombstone(self, connection: sqlite3.Connection, subject: str) -> bool:
        found = connection.execute("SELECT 1 FROM tombstones WHERE mark = ?", [self.mark_of(subject)])
        return found.fetchone() is not None

    def _wrapped(self, key: bytes, epoch: int, kind: str, subject: str) -> bytes:
        return wrapping.wrap(key, kek=self.kek(epoch), epoch=epoch, kind=kind, subject=subject)

    def _unwrapped(self, wrapped: bytes, epoch: int, kind: str, subject: str) -> bytes:
        try:
            return wrapping.unwrap(wrapped, kek=self.kek(epoch), epoch=epoch, kind=kind, subject=subject)
        except BrokenSeal:
            raise RingUnreadable(f"The ring {self.path} is damaged: a key does not open.") from None

    @staticmethod
    def _fact(connection: sqlite3.Connection, name: str) -> str | None:
        found = connection.execute("SELECT value FROM facts WHERE name = ?", [name]).fetchone()
        return found[0] if found else None
