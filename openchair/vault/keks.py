"""Key-encryption keys: one file for each epoch, outside the data and outside the ring."""

import base64
import binascii
import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

KEK_BYTES: Final = 32


class KeyMissing(RuntimeError):
    """No file holds the key of this epoch, or what it holds is no key. Says which, for the operator."""


@dataclass(frozen=True, slots=True)
class KeyFolder:
    """The folder of `kek-<epoch>` files, each readable by its owner alone (0400)."""

    folder: Path

    def read(self, epoch: int) -> bytes:
        """The 32 bytes of an epoch. Raises KeyMissing."""
        path = self.path(epoch)
        try:
            key = base64.urlsafe_b64decode(path.read_text("ascii").strip() + "=")
        except (OSError, ValueError, binascii.Error):
            raise KeyMissing(f"{path} cannot be read as the key of epoch {epoch}.") from None
        if len(key) != KEK_BYTES:
            raise KeyMissing(f"{path} does not hold a key of {KEK_BYTES} bytes.")
        return key

    def make(self, epoch: int) -> bytes:
        """A new key for an epoch, on the disk before this returns. One that is there stays as it is."""
        return self.keep(epoch, secrets.token_bytes(KEK_BYTES))

    def keep(self, epoch: int, key: bytes) -> bytes:
        """Keep this key for an epoch unless one is there; returns the one that is kept."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self._alone():
            self._clear_drafts(epoch)
            draft = self.path(epoch).with_suffix(f".{os.getpid()}.{secrets.token_hex(4)}")
            number = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
            with os.fdopen(number, "wb") as file:
                file.write(base64.urlsafe_b64encode(key).rstrip(b"="))
                file.flush()
                os.fsync(file.fileno())
            try:
                self.path(epoch).hardlink_to(draft)
            except FileExistsError:
                return self.read(epoch)
            finally:
                draft.unlink()
            self._sync_folder()
        return key

    def set_aside(self, epoch: int) -> None:
        """Whatever is there for an epoch is `kek-<epoch>.damaged` from now on, for its owner alone."""
        with suppress(FileNotFoundError):
            self.path(epoch).chmod(0o400)
            self.path(epoch).replace(self._damaged(epoch))

    def destroy(self, epoch: int) -> None:
        """Overwrite and remove the file of an epoch, and what a killed process left of it; gone is fine."""
        if self.folder.is_dir():
            with self._alone():
                self._clear_drafts(epoch)
                for path in (self._damaged(epoch), self.path(epoch)):
                    _wipe(path)
            self._sync_folder()

    def path(self, epoch: int) -> Path:
        """Where the key of an epoch lies."""
        return self.folder / f"kek-{epoch:04}"

    def epochs(self) -> list[int]:
        """The epochs whose files are here, oldest first."""
        return sorted(int(path.name[4:]) for path in self.folder.glob("kek-[0-9][0-9][0-9][0-9]"))

    def _damaged(self, epoch: int) -> Path:
        return self.path(epoch).with_suffix(".damaged")

    def _clear_drafts(self, epoch: int) -> None:
        """What killed processes left. A draft may be the key file itself, under its first name."""
        path = self.path(epoch)
        for draft in self.folder.glob(f"{path.name}.*.*"):
            if path.exists() and draft.samefile(path):
                draft.unlink()
            else:
                _wipe(draft)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Nobody else writes here meanwhile: a draft that is found was left by a process that was killed."""
        number = os.open(self.folder, os.O_RDONLY)
        try:
            with suppress(OSError):  # where a share has no locks, whoever comes second is told of it
                fcntl.flock(number, fcntl.LOCK_EX)
            yield
        finally:
            os.close(number)

    def _sync_folder(self) -> None:
        number = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _wipe(path: Path) -> None:
    """Overwrite a file and remove it; one that is gone already is fine."""
    if path.is_file():
        path.chmod(0o600)
        with path.open("r+b") as file:
            file.write(bytes(path.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
