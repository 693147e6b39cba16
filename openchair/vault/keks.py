"""Key-encryption keys: one file for each epoch, outside the data and outside the ring."""

import base64
import binascii
import os
import secrets
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

    def destroy(self, epoch: int) -> None:
        """Overwrite and remove the file of an epoch; one that is gone already is fine."""
        path = self.path(epoch)
        if not path.exists():
            return
        path.chmod(0o600)
        with path.open("r+b") as file:
            file.write(bytes(path.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
        self._sync_folder()

    def path(self, epoch: int) -> Path:
        """Where the key of an epoch lies."""
        return self.folder / f"kek-{epoch:04}"

    def epochs(self) -> list[int]:
        """The epochs whose files are here, oldest first."""
        return sorted(int(path.name[4:]) for path in self.folder.glob("kek-[0-9][0-9][0-9][0-9]"))

    def _sync_folder(self) -> None:
        number = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
