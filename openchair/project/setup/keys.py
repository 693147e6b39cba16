"""The keys of a place: made once, readable by their owner alone, never inside the data."""

import os
import secrets
from pathlib import Path

from openchair.project.setup.places import Stop

# file name → random bytes in it. `secret_key` signs cookies and forms; 384 bits, as Django recommends.
# `push_key` shows push services that it is this place that asks (RFC 8292).
KEYS = {"secret_key": 48, "push_key": 48}


def make_missing(folder: Path) -> list[str]:
    """Make the folder (0700) and each key (0400) that is not there yet; returns the names of those made.

    Raises Stop when the folder is not ours to write.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        return [name for name, size in KEYS.items() if _make(folder / name, size)]
    except OSError as fault:
        raise Stop(f"The keys cannot be kept in {folder}: {fault.strerror}.") from None


def copy_or_make(source: Path, folder: Path) -> None:
    """The keys of one place for another folder, each a copy of its own; those that are missing are made.

    Raises Stop when the folder is not ours to write.
    """
    for name in KEYS:
        if (source / name).is_file():
            _write(folder / name, (source / name).read_text().strip())
    make_missing(folder)


def _make(path: Path, size: int) -> bool:
    if path.exists():
        return False
    _write(path, secrets.token_urlsafe(size))
    return True


def _write(path: Path, key: str) -> None:
    """Written beside and moved into place, so that nobody ever reads half a key."""
    draft = path.with_suffix(f".{os.getpid()}")
    draft.unlink(missing_ok=True)  # in a container everybody has the same number, who was killed too
    number = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
    with os.fdopen(number, "w") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
