"""Restoring: into new folders, proven, and without anybody who was erased since."""

import os
import secrets
import shutil
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from django.db import DatabaseError, connection

from openchair.project.backing_up import data_set, ring_set, sets
from openchair.project.backing_up.sets import Manifest, Spoilt
from openchair.project.env import ENV
from openchair.project.setup.keys import copy_or_make
from openchair.project.setup.places import ROOT, keys_beside, ring_beside
from openchair.vault import mending, opened, paper, ring_file, wrapping
from openchair.vault.keks import KeyFolder, KeyMissing
from openchair.vault.opened import RING_FILE
from openchair.vault.ring import Ring
from openchair.vault.tombstones import in_the_data


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
    """Write the data of a set to a new folder, ready to be served with a ring and keys of its own.

    What is served from here, its ring and its keys are read and never written, then and afterwards.

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
        marks = _tombstones(wish, manifest, source, ring)
        return _written(wish, source, manifest, ring, marks)
    except BaseException:
        _undone(wish)
        raise


def _written(wish: Wish, source: Path, manifest: Manifest, ring: Ring, marks: dict[bytes, str]) -> Restored:
    draft = wish.to.with_name(f"{wish.to.name}.new-{secrets.token_hex(4)}")
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
    """This data's ring and its key files, copied to new folders: what is served here is only read."""
    folder = ring_beside(wish.to)
    ring = Ring(folder / RING_FILE, folder / "copy" / RING_FILE, KeyFolder(keys_beside(wish.to)))
    source = _source(wish, manifest)
    for path in (ring.path, ring.copy):
        ring_file.copied(source, path)
    if wish.words:
        paper.bring_back(ring, wish.words)
    else:
        _bring_keys(ring)
    if mending.look_at(ring.keys, ring.path).changes is None:
        raise KeyMissing(f"The key files in {ENV.keys} do not open the ring. Say --paper to type its words.")
    copy_or_make(ENV.keys, ring.keys.folder)
    return ring


def _source(wish: Wish, manifest: Manifest) -> Path:
    """The live copy that changed last, if it is this data's; else the newest ring of the backup."""
    whole = [one for one in _live(manifest) if one.is_whole]
    if whole:
        return max(whole, key=lambda one: one.changes).path
    for source in reversed(sets.finished(wish.ring_folder)):
        if sets.read(source).ring == manifest.ring:
            return source / ring_set.FILE
    here = opened.ring().path
    raise Spoilt(f"No ring opens this data: neither {here} nor a set in {wish.ring_folder} is its ring.")


def _live(manifest: Manifest) -> list[mending.Told]:
    """What each live copy tells that can be read and is this data's ring."""
    here = opened.ring()
    told = [mending.told_by(path) for path in (here.path, here.copy)]
    return [one for one in told if one and one.name == manifest.ring]


def _bring_keys(ring: Ring) -> None:
    """Those key files that are this ring's. Copied, never linked: what is destroyed there is overwritten."""
    here = opened.ring().keys
    for epoch, proof in ring.ask("SELECT epoch, proof FROM keks"):
        with suppress(KeyMissing):
            key = here.read(epoch)
            if wrapping.proves(proof, key, epoch):
                ring.keys.keep(epoch, key)


def _tombstones(wish: Wish, manifest: Manifest, source: Path, ring: Ring) -> dict[bytes, str]:
    """Whoever is known to be erased, by every list. Raises Spoilt when none is newer than the data."""
    live = _live(manifest)
    newer = any(one.is_whole for one in live) or (wish.folder / sets.TOMBSTONES).exists()
    if not newer and not wish.without_tombstones:
        raise Spoilt(
            f"The list of who was erased is missing: {wish.folder / sets.TOMBSTONES}. Without it, people "
            "who were erased after that day are here again. Bring it back, or say --without-tombstones."
        )
    marks = sets.tombstones(source) | ring.tombstones() | sets.tombstones(wish.folder) | _served()
    for one in live:
        marks |= one.tombstones
    return marks


def _served() -> dict[bytes, str]:
    """The list in the data that is served here, if there is one and it can be read."""
    if connection.vendor == "sqlite" and not Path(str(connection.settings_dict["NAME"])).is_file():
        return {}  # asking would make it
    try:
        return in_the_data()
    except DatabaseError:
        return {}


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
