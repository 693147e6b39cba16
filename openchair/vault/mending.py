"""One good copy of the ring stands in for a missing, damaged or older one."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from openchair.vault import ring_file, wrapping
from openchair.vault.boxes import BrokenSeal
from openchair.vault.keks import KeyFolder, KeyMissing
from openchair.vault.ring import Ring
from openchair.vault.ring_file import BOTH


class NoWayToChoose(RuntimeError):
    """Neither copy is good, or both are and say different things. Says which, for the operator."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One file of a ring, looked at by itself. `changes` is None when it is of no use."""

    path: Path
    changes: int | None
    keys: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """What one file of a ring tells without any key: whose ring it is, and who was erased."""

    path: Path
    name: str
    changes: int
    tombstones: dict[bytes, str]
    is_whole: bool


def told_by(path: Path) -> Told | None:
    """The file by itself; None when it is missing, or too harmed to be asked. It is only read."""
    try:
        with closing(_reading(path)) as file:
            facts = dict(file.execute("SELECT name, value FROM facts"))
            marks = dict(file.execute("SELECT mark, day FROM tombstones"))
            is_whole = file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            return Told(path, facts["name"], int(facts["changes"]), marks, is_whole)
    except (sqlite3.Error, LookupError, ValueError):
        return None


def mend(ring: Ring, chosen: Path | None = None) -> Path | None:
    """Copy the good file over the other; returns the one that was written, None when both are good and alike.

    The file that changed last is the good one of two that differ; `chosen` decides where that does not.
    Whoever is erased in either of the two stays erased. The place must be stopped. Raises NoWayToChoose.
    """
    copies = [look_at(ring.keys, path) for path in (ring.path, ring.copy)]
    good = [one for one in copies if one.changes is not None]
    if not good:
        raise NoWayToChoose("Neither copy of the ring is good: bring one back from a backup of the ring.")
    if len(good) == len(BOTH) and _alike(ring):
        return None
    source = _source(good, chosen)
    target = ring.copy if source == ring.path else ring.path
    marks = {mark: day for one in good for mark, day in _tombstones(one.path)}
    ring.close()
    ring_file.copied(source, target)
    _keep_erased(ring, marks)
    return target


def _source(good: list[Copy], chosen: Path | None) -> Path:
    if chosen is not None:
        if chosen not in {one.path for one in good}:
            raise NoWayToChoose(f"The ring {chosen} is not good.")
        return chosen
    if len({one.changes for one in good}) < len(good):
        raise NoWayToChoose("Both copies of the ring open, and they differ: say which to keep.")
    return max(good, key=lambda one: one.changes or 0).path


def look_at(keys: KeyFolder, path: Path) -> Copy:
    """The file by itself: unharmed, with every key opening by the key files that are there."""
    try:
        with closing(_reading(path)) as file:
            if file.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                return Copy(path, None)
            proofs = dict(file.execute("SELECT epoch, proof FROM keks"))
            keks = {epoch: keys.read(epoch) for (epoch,) in file.execute("SELECT DISTINCT epoch FROM keys")}
            if not all(wrapping.proves(proofs[epoch], kek, epoch) for epoch, kek in keks.items()):
                return Copy(path, None)
            rows = file.execute("SELECT subject, kind, epoch, wrapped FROM keys").fetchall()
            for subject, kind, epoch, wrapped in rows:
                wrapping.unwrap(wrapped, kek=keks[epoch], epoch=epoch, kind=kind, subject=subject)
            ((changes,),) = file.execute("SELECT value + 0 FROM facts WHERE name = 'changes'").fetchall()
            return Copy(path, int(changes), len(rows))
    except (sqlite3.Error, KeyMissing, BrokenSeal, LookupError, ValueError):
        return Copy(path, None)


def _alike(ring: Ring) -> bool:
    dumps = []
    for path in (ring.path, ring.copy):
        with closing(_reading(path)) as file:
            names = [table.split()[0] for table in ring_file.TABLES]
            dumps.append([file.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall() for name in names])
    return dumps[0] == dumps[1]


def _tombstones(path: Path) -> list[tuple[bytes, str]]:
    with closing(_reading(path)) as file:
        return file.execute("SELECT mark, day FROM tombstones").fetchall()


def _keep_erased(ring: Ring, marks: dict[bytes, str]) -> None:
    unknown = {mark: day for mark, day in marks.items() if mark not in ring.tombstones()}
    if unknown:
        ring.destroy([name for name in ring.names() if ring.mark_of(name) in unknown], unknown)


def _reading(path: Path) -> sqlite3.Connection:
    # Not read-only: what a killed process left half written is rolled back first.
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=ring_file.WAIT)
