"""What is not yet written travels in the browser, sealed, for thirty minutes."""

import json
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from openchair.kit.clock import now

LIVES = 30 * 60  # seconds
_NONCE = 12

Draft = dict[str, str]


def read(request: HttpRequest, purpose: str) -> Draft | None:
    """The draft of a purpose; None when there is none, or it is too old or was touched."""
    sealed = request.COOKIES.get(_cookie(purpose), "")
    return _open(sealed, purpose) if sealed else None


def keep(answer: HttpResponse, purpose: str, draft: Draft, lives: int = LIVES) -> None:
    """Send the draft along with an answer; each step gives it `lives` seconds more."""
    answer.set_cookie(
        _cookie(purpose),
        _seal(draft, purpose, lives),
        max_age=lives,
        secure=settings.SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget(answer: HttpResponse, purpose: str) -> None:
    """Take the draft out of the browser."""
    answer.delete_cookie(_cookie(purpose), samesite="Lax")


def _seal(draft: Draft, purpose: str, lives: int) -> str:
    nonce = os.urandom(_NONCE)
    words = json.dumps([int(now().timestamp()) + lives, draft], ensure_ascii=False).encode()
    return urlsafe_b64encode(
        nonce + _cipher(settings.SECRET_KEY).encrypt(nonce, words, purpose.encode())
    ).decode()


def _open(sealed: str, purpose: str) -> Draft | None:
    try:
        raw = urlsafe_b64decode(sealed.encode())
        words = _cipher(settings.SECRET_KEY).decrypt(raw[:_NONCE], raw[_NONCE:], purpose.encode())
        until, draft = json.loads(words)
    except (InvalidTag, ValueError):
        return None
    if until < now().timestamp():
        return None
    return {str(name): str(value) for name, value in draft.items()}


def _cookie(purpose: str) -> str:
    return f"{'__Host-' if settings.SECURE else ''}draft-{purpose}"


@cache
def _cipher(secret: str) -> AESGCM:
    return AESGCM(HKDF(SHA256(), 32, None, b"openchair draft").derive(secret.encode()))
