"""Restoring: into new folders, proven, and without anybody who was erased since."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from openchair.project.backing_up import data_set, ring_set, sets
from openchair.project.backing_up.sets import Manifest, Spoilt
from openchair.project.setup.keys import make_missing
from openchair.project.setup.places import ROOT, keys_beside, ring_beside
from openchair.vault import mending, opened, paper, ring_file
from openchair.vault.keks import KeyFolder, KeyMissing
from openchair.vault.opened import RING_FILE
from openchair.vault.ring import Ring


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for. `words` are the paper's, empty when the key files are there."""

    folder: Path
    ring_folder: Path
    to: Path
    set_name: str
    without_tombstones: bool
    words: str


@dataclass(frozen=True, slots=True)
class Restored:
    """The line of proof, and the settings under which the restored place is served."""

    line: str
    settings: dict[str, Path]


def restore(wish: Wish) -> Restored:
    """Write the data of a set to a new folder, ready to be served with the ring that fits it.

    Raises Spoilt, KeyMissing, WrongWords and RingUnreadable; then the new folder is not there.
    """
    for folder in (wish.to, ring_beside(wish.to), keys_beside(wish.to)):
        if folder.exists():
            raise Spoilt(f"{folder} is there already: name a new folder.")
    source = _chosen(wish)
    manifest = sets.read(source)
    if data_set.FILE not in manifest.files:
        raise Spoilt(f"{source} is a dump of PostgreSQL: see docs/hosting/restore.md.")
    try:
        ring = _ring_for(wish, manifest)
        marks = _tombstones(wish, source, ring)
        return _written(wish, source, manifest, ring, marks)
    except BaseException:
        _undone(wish)
        raise


def _written(wish: Wish, source: Path, manifest: Manifest, ring: Ring, marks: dict[bytes, str]) -> Restored:
    draft = wish.to.with_name(f"{wish.to.name}.new-{os.getpid()}")
    draft.mkdir(mode=0o700, parents=True)
    try:
        shutil.copyfile(source / data_set.FILE, draft / data_set.FILE)
        (draft / data_set.FILE).chmod(0o600)
        looked = data_set.look_into(draft / data_set.FILE, manifest.counts, ring)
        sets.write_tombstones(draft, marks)
        replayed = _replayed(_settings(draft, ring), draft)
        (draft / sets.TOMBSTONES).unlink()
        draft.rename(wish.to)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    rows = sum(manifest.counts.values())
    line = f"Restored {rows} rows of {manifest.at} to {wish.to}: {looked.rows} sealed ones opened. {replayed}"
    return Restored(line, _settings(wish.to, ring))


def _undone(wish: Wish) -> None:
    """Nothing stays of a restore that did not come to its end; its folders were not there before it."""
    for path in (ring_beside(wish.to) / RING_FILE, ring_beside(wish.to) / "copy" / RING_FILE):
        ring_file.wipe(path)
    keys = KeyFolder(keys_beside(wish.to))
    for epoch in keys.epochs():
        keys.destroy(epoch)
    for folder in (ring_beside(wish.to), keys_beside(wish.to)):
        shutil.rmtree(folder, ignore_errors=True)


def _chosen(wish: Wish) -> Path:
    there = sets.finished(wish.folder / "data")
    chosen = [one for one in there if wish.set_name in {"", one.name}]
    if not chosen:
        names = ", ".join(one.name for one in there) or "none"
        raise Spoilt(f"There is no such set of data in {wish.folder}. Those that are there: {names}.")
    return chosen[-1]


def _ring_for(wish: Wish, manifest: Manifest) -> Ring:
    """The ring that is here, if it is this data's; else the newest of the backup, in a new folder."""
    here = opened.ring()
    if (looked := _whole(here, manifest)) is not None:
        return _with_keys(here.path, here.copy, looked, wish)
    for source in reversed(sets.finished(wish.ring_folder)):
        if sets.read(source).ring == manifest.ring:
            folder = ring_beside(wish.to)
            path, copy = folder / RING_FILE, folder / "copy" / RING_FILE
            ring_file.copied(source / ring_set.FILE, path)
            ring_file.copied(source / ring_set.FILE, copy)
            return _with_keys(path, copy, here.keys, wish)
    raise Spoilt(f"No ring opens this data: neither {here.path} nor a set in {wish.ring_folder} is its ring.")


def _whole(here: Ring, manifest: Manifest) -> KeyFolder | None:
    """The keys of the ring that is here, when both copies of it can be read and it is this data's."""
    if not (here.path.is_file() and here.copy.is_file()):
        return None
    try:
        return here.keys if here.fact("name") == manifest.ring else None
    except ring_file.RingUnreadable:
        return None


def _with_keys(path: Path, copy: Path, keys: KeyFolder, wish: Wish) -> Ring:
    """The ring with key files that open it: those that are here, or those that the paper brings back."""
    if wish.words:
        keys = KeyFolder(keys_beside(wish.to))
        ring = Ring(path, copy, keys)
        paper.bring_back(ring, wish.words)
        make_missing(keys.folder)
    ring = Ring(path, copy, keys)
    if mending.look_at(keys, path).changes is None:
        raise KeyMissing(
            f"The key files in {keys.folder} do not open the ring. Say --paper to type its words."
        )
    return ring


def _tombstones(wish: Wish, source: Path, ring: Ring) -> dict[bytes, str]:
    """Whoever is known to be erased, by every list. Raises Spoilt when none is newer than the data."""
    newer = ring.path == opened.ring().path or (wish.folder / sets.TOMBSTONES).exists()
    if not newer and not wish.without_tombstones:
        raise Spoilt(
            f"The list of who was erased is missing: {wish.folder / sets.TOMBSTONES}. Without it, people "
            "who were erased after that day are here again. Bring it back, or say --without-tombstones."
        )
    return sets.tombstones(source) | ring.tombstones() | sets.tombstones(wish.folder)


def _settings(data: Path, ring: Ring) -> dict[str, Path]:
    return {
        "OPENCHAIR_DATA": data,
        "OPENCHAIR_KEYS": ring.keys.folder,
        "OPENCHAIR_RING": ring.path.parent,
        "OPENCHAIR_RING_COPY": ring.copy.parent,
    }


def _replayed(settings: dict[str, Path], listed: Path) -> str:
    """Bring the tables up to date and let go of whoever was erased; what the restored place says of it."""
    said = ""
    for words in (["migrate", "-v", "0"], ["ring", "replay", "--list", str(listed)]):
        done = subprocess.run(
            [sys.executable, "-m", "openchair", *words],
            cwd=ROOT,
            env={
                **os.environ,
                **{name: str(path) for name, path in settings.items()},
                "OPENCHAIR_DATABASE": "",
            },
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Spoilt(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "It does not open.")
        said = done.stdout.strip()
    return said
