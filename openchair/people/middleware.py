"""Renews the session of whoever asks, ends its cookie when that has ended, and says when it is busy."""

from collections.abc import Callable
from contextlib import suppress

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from openchair.kit.pages import page
from openchair.people import sessions, shared
from openchair.people.hashing import SOON, Busy
from openchair.people.requests import is_unread, session_of

Answer = Callable[[HttpRequest], HttpResponse]


def who_asks(get_response: Answer) -> Answer:
    """Middleware: a session that was used lives on."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path.startswith(settings.STATIC_URL):
            return get_response(request)
        if not request.COOKIES.get(settings.SESSION_COOKIE_NAME):
            return get_response(request)
        if sessions.has_left(request):
            return _left(request, get_response)
        answer = get_response(request)
        _tend(request, answer)
        shared.end_with_browser(request, answer)
        return answer

    middleware.process_exception = _when_busy  # type: ignore[attr-defined]
    return middleware


def _when_busy(request: HttpRequest, exception: Exception) -> HttpResponse | None:
    """503: more words are looked at in this moment than there are places for."""
    if not isinstance(exception, Busy):
        return None
    answer = page(request, "people/in_a_moment.html", status=503)
    answer["Retry-After"] = str(SOON)
    return answer


def _left(request: HttpRequest, get_response: Answer) -> HttpResponse:
    session = sessions.ended(request)
    answer = get_response(request)
    given = answer.cookies.get(settings.SESSION_COOKIE_NAME)
    if not (given and given.value):
        sessions.forget(answer, session)
    return answer


def _tend(request: HttpRequest, answer: HttpResponse) -> None:
    if settings.SESSION_COOKIE_NAME in answer.cookies:
        return
    session = session_of(request)
    if session is not None:
        with suppress(DatabaseError):  # the page is made; to note its use can wait
            session.renew()
    elif not is_unread(request):
        answer.delete_cookie(settings.SESSION_COOKIE_NAME, samesite="Lax")
