"""A push message as its service wants it: sealed for one browser alone, signed by this place, always as long.

RFC 8291 (over RFC 8188) for the words, RFC 8292 for who sends; the cryptography is that of `cryptography`.
The push service sees that this place tells a browser something, and neither what nor why: it is always the
same sentence, padded to the same length.
"""

import json
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime, timedelta
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

WAITS: Final = b'{"waits":true}'
LENGTH: Final = 128  # bytes of words and padding, whatever is said
TTL: Final = 4 * 60 * 60  # seconds: a phone that was off for longer finds it on Today
TOPIC: Final = "waits"  # a new one takes the place of one that still waits (RFC 8030, 5.4)
_RECORD: Final = 4096
_CURVE: Final = ec.SECP256R1()
_ORDER: Final = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551  # of P-256 (FIPS 186-4)
_SIGNED_FOR: Final = timedelta(hours=12)  # 24 at most (RFC 8292, 2)


def sealed(
    words: bytes,
    *,
    public_key: bytes,
    auth: bytes,
    length: int = LENGTH,
    ours: ec.EllipticCurvePrivateKey | None = None,
    salt: bytes = b"",
) -> bytes:
    """The body (RFC 8291, 3.4) for the browser of this key and secret. `ours` and `salt` are new each time.

    `length` counts the words and their padding. Raises ValueError for a key that is none, or longer words.
    """
    ours, salt = ours or ec.generate_private_key(_CURVE), salt or os.urandom(16)
    theirs = ec.EllipticCurvePublicKey.from_encoded_point(_CURVE, public_key)
    if len(words) > length:
        raise ValueError("longer than every message")
    own = _point(ours.public_key())
    shared = ours.exchange(ec.ECDH(), theirs)
    secret = _derived(shared, salt=auth, info=b"WebPush: info\0" + public_key + own, length=32)
    key = _derived(secret, salt=salt, info=b"Content-Encoding: aes128gcm\0", length=16)
    nonce = _derived(secret, salt=salt, info=b"Content-Encoding: nonce\0", length=12)
    record = words + b"\x02" + bytes(length - len(words))  # the last record ends in 2 (RFC 8188, 2)
    head = salt + _RECORD.to_bytes(4) + bytes([len(own)]) + own
    return head + AESGCM(key).encrypt(nonce, record, None)


def headers(endpoint: str, *, secret: str, contact: str, moment: datetime) -> dict[str, str]:
    """What goes with the body: who asks, and that it waits for nobody long."""
    return {
        "Authorization": f"vapid t={_token(endpoint, secret, contact, moment)}, k={public_half(secret)}",
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(TTL),
        "Topic": TOPIC,
        "Urgency": "normal",
    }


@cache
def public_half(secret: str) -> str:
    """The key that browsers subscribe with, from the secret in the folder of keys; base64url."""
    return as_text(_point(_key(secret).public_key()))


def as_text(raw: bytes) -> str:
    """Base64url without padding (RFC 7515, 2)."""
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def as_bytes(text: str) -> bytes:
    """The bytes of a base64url text, with or without padding. Raises ValueError for any other text."""
    return urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))


def _token(endpoint: str, secret: str, contact: str, moment: datetime) -> str:
    """A JWT for the service of this endpoint alone (RFC 8292, 2; ES256 of RFC 7518, 3.4)."""
    parts = urlsplit(endpoint)
    until = int((moment + _SIGNED_FOR).timestamp())
    told = {"aud": f"{parts.scheme}://{parts.netloc}", "exp": until, "sub": contact}
    said = ".".join(as_text(json.dumps(part).encode()) for part in ({"typ": "JWT", "alg": "ES256"}, told))
    r, s = decode_dss_signature(_key(secret).sign(said.encode(), ec.ECDSA(SHA256())))
    return f"{said}.{as_text(r.to_bytes(32) + s.to_bytes(32))}"


@cache
def _key(secret: str) -> ec.EllipticCurvePrivateKey:
    """The same private key from the same secret: 384 bits, brought below the order (FIPS 186-5, A.2)."""
    wide = _derived(secret.encode(), salt=b"", info=b"openchair push", length=48)
    return ec.derive_private_key(int.from_bytes(wide) % (_ORDER - 1) + 1, _CURVE)


def _derived(secret: bytes, *, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, salt, info).derive(secret)


def _point(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
