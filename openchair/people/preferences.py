"""What a reader chose about how pages look: kept in their browser, with or without an account."""

from collections.abc import Mapping

from django.conf import settings
from django.http import HttpRequest, HttpResponse

NAMES = ("language", "theme", "zone", "country", "titles", "icon", "cover")
LIVES = 365 * 24 * 60 * 60  # seconds


def chosen(request: HttpRequest, name: str) -> str:
    """What was chosen, or nothing. It is whatever a browser sends: look before believing it."""
    return chosen_in(request.COOKIES, name)


def chosen_in(cookies: Mapping[str, str], name: str) -> str:
    """As `chosen`, where there are cookies but no request of Django's: at the door of a stream."""
    return cookies.get(_cookie(name), "")


def remember(answer: HttpResponse, name: str, value: str) -> None:
    """Keep a choice for a year; an empty one is forgotten."""
    if not value:
        return forget(answer, name)
    return answer.set_cookie(
        _cookie(name), value, max_age=LIVES, secure=settings.SECURE, httponly=True, samesite="Lax"
    )


def forget(answer: HttpResponse, name: str) -> None:
    """Back to what the place or the device says."""
    answer.delete_cookie(_cookie(name), samesite="Lax")


def is_told(answer: HttpResponse, name: str) -> bool:
    """Does this answer say something about the choice already?"""
    return _cookie(name) in answer.cookies


def _cookie(name: str) -> str:
    return f"{'__Host-' if settings.SECURE else ''}{name}"
