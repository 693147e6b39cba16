"""Words sealed with a key: unreadable without it, and useless anywhere but where they were put."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16


class Tampered(ValueError):
    """The seal is broken: another key, another place, or bytes that somebody changed."""


def seal(words: str, *, key: bytes, place: str) -> bytes:
    """Nonce, sealed words and tag, by AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D, 8.2.2).

    `key` is 32 bytes. `place` says where the words belong, such as "report/<id>/words", and is not hidden:
    the same bytes copied to another place do not open there. Raises ValueError for a key of another length.
    """
    nonce = os.urandom(NONCE_BYTES)
    return nonce + _cipher(key).encrypt(nonce, words.encode(), place.encode())


def open_sealed(sealed: bytes | memoryview, *, key: bytes, place: str) -> str:
    """The words that `seal` was given with the same key and place. Raises Tampered for anything else."""
    cipher, whole = _cipher(key), bytes(sealed)  # PostgreSQL hands out a memoryview
    if len(whole) < NONCE_BYTES + TAG_BYTES:
        raise Tampered
    try:
        return cipher.decrypt(whole[:NONCE_BYTES], whole[NONCE_BYTES:], place.encode()).decode()
    except (InvalidTag, UnicodeDecodeError):
        raise Tampered from None


def derived_key(purpose: str) -> bytes:
    """32 bytes for one purpose, always the same in one place: HKDF-SHA256 of its secret key (RFC 5869).

    Two purposes never share a key, and a key for one tells nothing of another.
    """
    secret: str = settings.SECRET_KEY
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=f"openchair {purpose}".encode()).derive(secret.encode())


def _cipher(key: bytes) -> AESGCM:
    if len(key) != KEY_BYTES:
        raise ValueError("a key has 32 bytes")
    return AESGCM(key)
