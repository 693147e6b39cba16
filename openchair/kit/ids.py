"""Random names for rows: nothing in a page or an address tells order, age or number."""

import hashlib
import secrets
import uuid

PUBLIC_ID_LENGTH = 16
_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"
_MANY = len(_LETTERS) ** PUBLIC_ID_LENGTH


def row_id() -> uuid.UUID:
    """A version 4 UUID (RFC 9562), known before the row is written."""
    return uuid.uuid4()


def public_id() -> str:
    """Sixteen random letters (78 bits) that are safe in an address and hard to misread aloud."""
    return _spelled(secrets.randbelow(_MANY))  # asks the system once, not for each letter


def public_id_of(seed: str) -> str:
    """The same sixteen letters for the same seed; it cannot be read back from them."""
    return _spelled(int.from_bytes(hashlib.sha256(seed.encode()).digest()) % _MANY)


def _spelled(number: int) -> str:
    letters = []
    for _letter in range(PUBLIC_ID_LENGTH):
        number, at = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[at])
    return "".join(letters)
