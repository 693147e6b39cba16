"""The paper key: twenty-four words that open every key file of the ring, when those are lost.

The words are a private key of HPKE (RFC 9180: X25519, HKDF-SHA256, AES-256-GCM), written by BIP-39. Only the
public half stays in the ring; each key-encryption key lies there in an envelope for it, so that a rotation
needs no new paper.
"""

import secrets
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from mnemonic import Mnemonic

from openchair.kit.clock import now
from openchair.vault.keks import KeyMissing
from openchair.vault.ring import Ring
from openchair.vault.ring_file import BOTH

HOW_MANY: Final = 24  # words of 11 bits: 256 bits and a check of 8
ENTROPY: Final = 32  # bytes

_SUITE: Final = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_LIST: Final = Mnemonic("english")


class WrongWords(ValueError):
    """These are not the words of a paper key, or of another one."""


def new_words() -> str:
    """Twenty-four random words."""
    return str(_LIST.to_mnemonic(secrets.token_bytes(ENTROPY)))


def public_of(words: str) -> bytes:
    """The half that may stay in the ring. Raises WrongWords."""
    return _private(words).public_key().public_bytes_raw()


def keep(ring: Ring, public: bytes) -> None:
    """From now on the ring is this paper's, and no longer an older one's: every epoch is sealed to it.

    Raises KeyMissing when the file of an epoch cannot be read, and then changes nothing.
    """
    with ring.writing() as connection:
        epochs = [row[0] for row in connection.execute("SELECT epoch FROM keks").fetchall()]
        sealed = [(envelope(ring, public, epoch, ring.kek(epoch)), epoch) for epoch in epochs]
        facts = [("paper", public.hex()), ("paper_day", now().date().isoformat())]
        for of in BOTH:
            connection.executemany(f"UPDATE {of}.keks SET envelope = ? WHERE epoch = ?", sealed)
            connection.executemany(f"INSERT OR REPLACE INTO {of}.facts VALUES (?, ?)", facts)


def kept(ring: Ring) -> bytes | None:
    """The public half of the paper that the ring knows."""
    public = ring.fact("paper")
    return bytes.fromhex(public) if public else None


def envelope(ring: Ring, public: bytes, epoch: int, kek: bytes) -> bytes:
    """A key-encryption key, sealed to the paper and bound to its ring and epoch."""
    return bytes(_SUITE.encrypt(kek, X25519PublicKey.from_public_bytes(public), info=_info(ring, epoch)))


def bring_back(ring: Ring, words: str) -> list[int]:
    """Write the key files that are missing or not this ring's; returns the epochs of those written.

    A file that was there and opened nothing stays beside the new one, as `.damaged`.
    Raises WrongWords when the words belong to another paper, KeyMissing when an epoch has no envelope.
    """
    private = _private(words)
    if private.public_key().public_bytes_raw() != kept(ring):
        raise WrongWords("These words belong to another paper than this ring's.")
    written = []
    ring.forget_keks()
    for epoch, sealed in ring.ask("SELECT epoch, envelope FROM keks ORDER BY epoch"):
        if not _is_there(ring, epoch):
            key = _opened(private, sealed, ring, epoch)
            ring.keys.set_aside(epoch)
            ring.keys.keep(epoch, key)
            written.append(epoch)
    return written


def _is_there(ring: Ring, epoch: int) -> bool:
    try:
        return bool(ring.kek(epoch))
    except KeyMissing:
        return False


def _opened(private: X25519PrivateKey, sealed: bytes | None, ring: Ring, epoch: int) -> bytes:
    try:
        return bytes(_SUITE.decrypt(sealed or b"", private, info=_info(ring, epoch)))
    except (InvalidTag, ValueError):
        raise KeyMissing(f"The ring holds no envelope of epoch {epoch} for this paper.") from None


def _private(words: str) -> X25519PrivateKey:
    try:
        return X25519PrivateKey.from_private_bytes(bytes(_LIST.to_entropy(words.casefold().split())))
    except (ValueError, LookupError):
        raise WrongWords("These are not the twenty-four words of a paper key.") from None


def _info(ring: Ring, epoch: int) -> bytes:
    return f"openchair kek|{ring.fact('name')}|{epoch}".encode()
