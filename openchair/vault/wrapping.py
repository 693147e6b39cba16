"""A key under another key: how the ring holds the key of a person, a group or a case."""

import hmac
import os
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from openchair.vault.boxes import NONCE_BYTES, BrokenSeal

_PROOF: Final = b"openchair ring"


def wrap(key: bytes, *, kek: bytes, epoch: int, kind: str, subject: str) -> bytes:
    """60 bytes: nonce, key and tag, by AES-256-GCM, bound to the epoch, the kind and whose key it is."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(kek).encrypt(nonce, key, _label(epoch, kind, subject))


def unwrap(wrapped: bytes, *, kek: bytes, epoch: int, kind: str, subject: str) -> bytes:
    """The key that was wrapped. Raises BrokenSeal for anything else."""
    try:
        return AESGCM(kek).decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], _label(epoch, kind, subject))
    except (InvalidTag, ValueError):
        raise BrokenSeal from None


def proof_of(kek: bytes, epoch: int) -> bytes:
    """By this a ring knows the key of its epoch from any other."""
    return wrap(_PROOF, kek=kek, epoch=epoch, kind="proof", subject="")


def proves(proof: bytes, kek: bytes, epoch: int) -> bool:
    """Is this the key that the ring's epoch was begun with?"""
    try:
        return unwrap(proof, kek=kek, epoch=epoch, kind="proof", subject="") == _PROOF
    except BrokenSeal:
        return False


def _label(epoch: int, kind: str, subject: str) -> bytes:
    return f"dek|{epoch}|{kind}|{subject}".encode()


def mark(key: bytes, subject: str) -> bytes:
    """A keyed mark of a subject (HMAC-SHA256, RFC 2104), by which one can ask for it but not read it."""
    return hmac.digest(key, f"mark|{subject}".encode(), "sha256")
