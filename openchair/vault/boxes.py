"""One sealed value: a key for its row alone, bound to the place it was written for.

Layout: version, algorithm, 12 random bytes (nonce), AES-256-GCM of the padded words (NIST SP 800-38D).
"""

import hmac
import os
from typing import Final, NamedTuple
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES: Final = 32
HEAD: Final = b"\x01\x01"  # version 1; algorithm 1 is AES-256-GCM
NONCE_BYTES: Final = 12
LENGTH_BYTES: Final = 4
BUCKET: Final = 256  # bytes: longer words are padded to a multiple of it, so that lengths tell little (S73)
NAME_STEP: Final = 64
_NO_UUID: Final = bytes(16)
NOBODY: Final = bytes(KEY_BYTES)  # stands for the container of words that are a person's alone


class BrokenSeal(ValueError):
    """Another key, another place, or bytes that somebody changed."""


class Spot(NamedTuple):
    """Where a sealed value belongs. The same bytes anywhere else do not open (S05)."""

    column: bytes  # the table and the column, as `column_label` gives them
    row: UUID
    author: UUID
    container: UUID | None

    @property
    def label(self) -> bytes:
        """The spot as bytes: after the column, whose end is marked, every part has one length."""
        container = self.container.bytes if self.container else _NO_UUID
        return self.column + self.row.bytes + self.author.bytes + container


def column_label(table: str, column: str) -> bytes:
    """A column's part of a spot; neither name can hold the stroke."""
    return f"v1|{table}|{column}|".encode()


def seal(words: str, *, spot: Spot, author: bytes, container: bytes, longest: int | None = None) -> bytes:
    """The words as they are stored. `author` and `container` are 32-byte keys.

    `longest`, in signs, is the most that the column holds: where that is little, every value has one length.
    """
    nonce, label = os.urandom(NONCE_BYTES), spot.label
    padded = _padded(words.encode(), longest)
    return HEAD + nonce + AESGCM(_row_key(label, author, container)).encrypt(nonce, padded, label)


def unseal(sealed: bytes, *, spot: Spot, author: bytes, container: bytes) -> str:
    """The words that `seal` was given with the same spot and keys. Raises BrokenSeal for anything else."""
    start = len(HEAD) + NONCE_BYTES
    if not sealed.startswith(HEAD):
        raise BrokenSeal
    label = spot.label
    cipher = AESGCM(_row_key(label, author, container))
    try:
        padded = cipher.decrypt(sealed[len(HEAD) : start], sealed[start:], label)
    except (InvalidTag, ValueError):
        raise BrokenSeal from None
    length = int.from_bytes(padded[:LENGTH_BYTES])
    return padded[LENGTH_BYTES : LENGTH_BYTES + length].decode()


def _row_key(label: bytes, author: bytes, container: bytes) -> bytes:
    """Needs both keys: the words end with their author and with the container, whichever goes first."""
    return hmac.digest(author, container + label, "sha256")


def _padded(words: bytes, longest: int | None) -> bytes:
    whole = len(words).to_bytes(LENGTH_BYTES) + words
    most = LENGTH_BYTES + 4 * longest if longest else BUCKET + 1  # a sign is four bytes at most (RFC 3629)
    size = _up(most, NAME_STEP) if most <= BUCKET else _up(len(whole), BUCKET)
    return whole.ljust(size, b"\0")


def _up(length: int, step: int) -> int:
    return -(-length // step) * step
