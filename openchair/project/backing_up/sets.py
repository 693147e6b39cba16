"""A set: a folder with files, their checksums, and a manifest that says what is in it."""

import hashlib
import json
import os
import secrets
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from openchair.kit.clock import now
from openchair.project.setup.locks import one_at_a_time
from openchair.vault.ring_file import wipe

FORMAT: Final = 1
MANIFEST: Final = "manifest.json"
TOMBSTONES: Final = "tombstones"
LOCK: Final = ".lock"  # held while a set is written
_STAMP: Final = "%Y-%m-%dT%H%M%SZ"


class Spoilt(RuntimeError):
    """A set is not what was written. Says which file, for the operator."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is in a set. `counts` are rows by table, `ring` the name of the ring that opens it."""

    kind: str
    at: str
    ring: str
    counts: dict[str, int]
    files: dict[str, str]
    format: int = FORMAT

    @property
    def made(self) -> datetime:
        """When."""
        return datetime.fromisoformat(self.at)


@contextmanager
def begun(parent: Path) -> Iterator[Path]:
    """A new folder beside the finished sets; gone with all that is in it when it was not finished.

    One set at a time: what lies there unfinished was left by a process that was killed, and goes too.
    Raises Spoilt when another one is still being written after ten minutes.
    """
    with ExitStack() as stack:
        try:
            stack.enter_context(one_at_a_time(parent / LOCK, meanwhile=_say_waiting))
        except TimeoutError:
            raise Spoilt(f"Another backup is being written to {parent}.") from None
        for left in parent.glob(".new-*"):
            _clear(left)
        draft = parent / f".new-{secrets.token_hex(4)}"
        draft.mkdir(mode=0o700)
        stack.callback(_clear, draft)
        yield draft


def finish(draft: Path, kind: str, ring: str, counts: Mapping[str, int]) -> Path:
    """Write checksums and manifest, read everything back, and give the set its name. Raises Spoilt."""
    moment = now()
    for file in draft.iterdir():
        file.chmod(0o600)
        _flush(file)
    files = {file.name: checksum(file) for file in sorted(draft.iterdir())}
    manifest = Manifest(kind, moment.isoformat(timespec="seconds"), ring, dict(counts), files)
    (draft / MANIFEST).write_text(json.dumps(asdict(manifest), indent=1) + "\n", "utf-8")
    (draft / MANIFEST).chmod(0o600)
    _flush(draft / MANIFEST)
    read(draft)
    return draft.rename(draft.parent / _name(draft.parent, moment))


def read(folder: Path) -> Manifest:
    """The manifest of a set whose files are all as they were written. Raises Spoilt."""
    manifest = manifest_of(folder)
    for name, wanted in manifest.files.items():
        if not (folder / name).is_file() or checksum(folder / name) != wanted:
            raise Spoilt(f"{folder / name} is not what was written.")
    return manifest


def manifest_of(folder: Path) -> Manifest:
    """What a set says of itself, its files not looked at. Raises Spoilt."""
    try:
        manifest = Manifest(**json.loads((folder / MANIFEST).read_text("utf-8")))
        _ = manifest.made
    except (OSError, ValueError, TypeError):
        raise Spoilt(f"{folder} holds no manifest that this Open Chair can read.") from None
    if manifest.format > FORMAT:
        raise Spoilt(f"{folder} was made by a newer Open Chair.")
    return manifest


def finished(parent: Path) -> list[Path]:
    """The sets in a folder, oldest first."""
    return sorted(one.parent for one in parent.glob(f"[0-9]*/{MANIFEST}"))


def checksum(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def tombstones(folder: Path) -> dict[bytes, str]:
    """The list of a folder, mark and day; empty when there is none. Raises Spoilt."""
    path = folder / TOMBSTONES
    try:
        lines = [line.split() for line in path.read_text("ascii").splitlines()] if path.exists() else []
        return {bytes.fromhex(mark): datetime.fromisoformat(day).date().isoformat() for mark, day in lines}
    except (OSError, ValueError):
        raise Spoilt(f"{path} is not a list of who was erased.") from None


def write_tombstones(folder: Path, marks: Mapping[bytes, str]) -> None:
    """Add these to the list of a folder. It only grows."""
    whole = tombstones(folder) | dict(marks)
    draft = folder / f"{TOMBSTONES}.new"
    draft.write_text("".join(f"{mark.hex()} {day}\n" for mark, day in sorted(whole.items())), "ascii")
    draft.chmod(0o600)
    _flush(draft)
    draft.replace(folder / TOMBSTONES)


def _clear(draft: Path) -> None:
    for file in draft.glob("*"):
        wipe(file)
    shutil.rmtree(draft, ignore_errors=True)


def _say_waiting() -> None:
    sys.stderr.write("Another backup is being written there: waiting for its end.\n")


def _name(parent: Path, moment: datetime) -> str:
    name, number = moment.strftime(_STAMP), 1
    while (parent / name).exists():
        number += 1
        name = f"{moment.strftime(_STAMP)}-{number}"
    return name


def _flush(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
