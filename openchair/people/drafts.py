"""What is not yet written travels in the browser, sealed, for thirty minutes."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from openchair.kit.clock import now
from openchair.kit.sealing import derived_key, open_sealed, seal

LIVES = 30 * 60  # seconds
SKEW = 5 * 60  # by how much the machine's clock may have stepped back (S93)

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


def is_kept(answer: HttpResponse, purpose: str) -> bool:
    """Does this answer bring a draft along?"""
    given = answer.cookies.get(_cookie(purpose))
    return bool(given and given.value)


def _seal(draft: Draft, purpose: str, lives: int) -> str:
    words = json.dumps([int(now().timestamp()), lives, draft], ensure_ascii=False)
    return urlsafe_b64encode(seal(words, key=derived_key("draft"), place=purpose)).decode()


def _open(sealed: str, purpose: str) -> Draft | None:
    try:
        words = open_sealed(urlsafe_b64decode(sealed.encode()), key=derived_key("draft"), place=purpose)
        made, lives, draft = json.loads(words)
    except ValueError:  # Tampered is one, and so is what is no base64 or no JSON
        return None
    if not -SKEW <= now().timestamp() - made <= lives:
        return None
    return {str(name): str(value) for name, value in draft.items()}


def _cookie(purpose: str) -> str:
    return f"{'__Host-' if settings.SECURE else ''}draft-{purpose}"
