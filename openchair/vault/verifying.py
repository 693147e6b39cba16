"""What is wrong with a ring, a plain sentence for each, for whoever keeps the place."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from pathlib import Path
from typing import Final

from openchair.kit.clock import now
from openchair.vault import paper, rotating, wrapping
from openchair.vault.boxes import BrokenSeal
from openchair.vault.keks import KeyMissing
from openchair.vault.ring import Ring
from openchair.vault.ring_file import BOTH, TABLES

LATE: Final = rotating.EVERY + rotating.KEPT_FOR
NO_PAPER: Final = "There is no paper key: if the key files are lost, everything is."
_NAMES: Final = tuple(table.split()[0] for table in TABLES)


class Kind(Enum):
    """What kind of fault it is: each has one way out."""

    MISSING = "neither copy is there"
    ONE_MISSING = "one copy is not there"
    DAMAGED = "a file is no ring any more"
    DIFFERENT = "the two copies say different things"
    KEY = "a key file is missing or another"
    LESSER = "it works, and something is owed"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong."""

    kind: Kind
    words: str

    def __str__(self) -> str:
        return self.words


def is_begun(ring: Ring) -> bool:
    """True when either file is a ring: then no other may take its place."""
    return any(path.is_file() and _is_whole(path, "quick_check") for path in (ring.path, ring.copy))


def first_fault(ring: Ring) -> Fault | None:
    """What must be mended before anything is served: quick enough for every start."""
    return next(_grave(ring, "quick_check"), None)


def faults(ring: Ring, *, papered: bool = True) -> Iterator[Fault]:
    """All that is wrong with the ring itself. `papered`: this place must have a paper key."""
    grave = list(_grave(ring, "integrity_check"))
    yield from grave
    if any(fault.kind is not Kind.DIFFERENT for fault in grave):
        return
    for of, path in zip(BOTH, (ring.path, ring.copy), strict=True):
        yield from _closed_keys(ring, of, path)
    yield from _epochs(ring)
    yield from _paper(ring, papered=papered)


def _grave(ring: Ring, check: str) -> Iterator[Fault]:
    missing = [path for path in (ring.path, ring.copy) if not path.is_file()]
    if len(missing) == len(BOTH):
        yield Fault(Kind.MISSING, f"The ring is missing: neither {ring.path} nor {ring.copy} is there.")
    elif missing:
        yield Fault(Kind.ONE_MISSING, f"One of the two copies of the ring is missing: {missing[0]}.")
    if missing:
        return
    damaged = [path for path in (ring.path, ring.copy) if not _is_whole(path, check)]
    yield from (Fault(Kind.DAMAGED, f"The ring {path} is damaged.") for path in damaged)
    if damaged:
        return
    if differ(ring):
        yield Fault(Kind.DIFFERENT, f"The ring {ring.path} and its copy {ring.copy} differ.")
    yield from _key_files(ring)


def differ(ring: Ring) -> bool:
    """True when anything stands in one copy and not in the other. Raises RingUnreadable."""
    questions = " OR ".join(
        f"EXISTS (SELECT * FROM {one}.{name} EXCEPT SELECT * FROM {other}.{name})"
        for name in _NAMES
        for one, other in (BOTH, BOTH[::-1])
    )
    return bool(ring.ask(f"SELECT {questions}")[0][0])


def _is_whole(path: Path, check: str) -> bool:
    """SQLite's own check finds nothing, and the ring was finished when it was made."""
    try:
        # Not read-only: what a killed process left half written is rolled back first.
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=20)) as file:
            finished = file.execute("SELECT 1 FROM facts WHERE name = 'epoch'").fetchone()
            return bool(finished and file.execute(f"PRAGMA {check}").fetchone() == ("ok",))
    except sqlite3.Error:
        return False


def _key_files(ring: Ring) -> Iterator[Fault]:
    ring.forget_keks()
    used = ring.ask(
        "SELECT epoch FROM keys UNION SELECT value + 0 FROM facts WHERE name = 'epoch' ORDER BY 1"
    )
    for (epoch,) in used:
        try:
            ring.kek(epoch)
        except KeyMissing as fault:
            yield Fault(Kind.KEY, str(fault))


def _closed_keys(ring: Ring, of: str, path: Path) -> Iterator[Fault]:
    closed = 0
    for subject, kind, epoch, wrapped in ring.ask(f"SELECT subject, kind, epoch, wrapped FROM {of}.keys"):
        try:
            wrapping.unwrap(wrapped, kek=ring.kek(epoch), epoch=epoch, kind=kind, subject=subject)
        except (BrokenSeal, KeyMissing):
            closed += 1
    if closed:
        yield Fault(Kind.DAMAGED, f"Keys in the ring {path} do not open: {closed}.")


def _epochs(ring: Ring) -> Iterator[Fault]:
    today = now().date()
    known = {
        epoch: (made, retired) for epoch, made, retired in ring.ask("SELECT epoch, made, retired FROM keks")
    }
    for epoch in ring.keys.epochs():
        if epoch not in known:
            yield Fault(
                Kind.LESSER, f"The key file {ring.keys.path(epoch)} belongs to no epoch of this ring."
            )
    for epoch, (made, retired) in known.items():
        if retired and _over(retired, rotating.KEPT_FOR + timedelta(days=1), today):
            yield Fault(Kind.LESSER, f"The key of epoch {epoch} was retired on {retired} and is still there.")
        if not retired and _over(made, LATE, today):
            yield Fault(Kind.LESSER, f"The ring was last given a new key on {made}.")


def _paper(ring: Ring, *, papered: bool) -> Iterator[Fault]:
    bare = ring.ask("SELECT epoch FROM keks WHERE envelope IS NULL")
    if paper.kept(ring) is None:
        if papered:
            yield Fault(Kind.LESSER, NO_PAPER)
    elif bare:
        yield Fault(Kind.LESSER, f"The paper key does not open epoch {bare[0][0]}.")


def _over(day: str, time: timedelta, today: date) -> bool:
    return today > date.fromisoformat(day) + time
