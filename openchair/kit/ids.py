"""Random names for rows: nothing in a page or an address tells order, age or number."""

import secrets
import uuid

PUBLIC_ID_LENGTH = 16
_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"


def row_id() -> uuid.UUID:
    """A version 4 UUID (RFC 9562), known before the row is written."""
    return uuid.uuid4()


def public_id() -> str:
    """Sixteen random letters (78 bits) that are safe in an address and hard to misread aloud."""
    return "".join(secrets.choice(_LETTERS) for _ in range(PUBLIC_ID_LENGTH))
