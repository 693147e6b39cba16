"""Signing in and out: what the browser is given, and what it is told to forget."""

from contextlib import suppress

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import rotate_token

from openchair.people import drafts, preferences
from openchair.people.ending import end_sessions
from openchair.people.models import Person, Session
from openchair.people.requests import session_is, session_of

DRAFTS = ("join", "words", "codes", "recover", "invited", "welcome")


def begin(request: HttpRequest, answer: HttpResponse, person: Person, mode: str) -> None:
    """Sign the person in: always a new session, never the one that was there (ASVS 5.0, 7.2.4)."""
    earlier = session_of(request)
    if earlier is not None:
        end_sessions(Session.objects.filter(pk=earlier.pk))
    session, token = Session.begin(person, mode)
    session_is(request, session)
    give_cookie(answer, token, mode)
    rotate_token(request)


def give_cookie(answer: HttpResponse, token: str, mode: str) -> None:
    """The session's cookie; on a shared computer it ends with the browser."""
    answer.delete_cookie(_left(), samesite="Lax")
    answer.set_cookie(
        settings.SESSION_COOKIE_NAME,
        token,
        max_age=None
        if mode == Session.Mode.SHARED
        else int(Session.ABSOLUTE[Session.Mode.OWN].total_seconds()),
        secure=settings.SECURE,
        httponly=True,
        samesite="Lax",
    )


def end(request: HttpRequest, answer: HttpResponse) -> None:
    """Sign out here. A shared computer forgets everything of ours."""
    forget(answer, ended(request))


def has_left(request: HttpRequest) -> bool:
    """Did this browser leave since it signed in?

    The page marks it by a cookie at once, since its word to the server may come late or
    never; without it BACK could show once more what was left (S14).
    """
    return request.COOKIES.get(_left()) == "1"


def forget(answer: HttpResponse, session: Session | None) -> None:
    """Tell the browser to forget the session; on a shared computer everything of ours."""
    answer.delete_cookie(settings.SESSION_COOKIE_NAME, samesite="Lax")
    if session is not None and session.mode == Session.Mode.SHARED:
        for name in preferences.NAMES:
            preferences.forget(answer, name)
        for purpose in DRAFTS:
            drafts.forget(answer, purpose)


def ended(request: HttpRequest) -> Session | None:
    """The session there was, which is over. Leaving works even when the database is away: the cookie goes."""
    session = session_of(request)
    session_is(request, None)
    if session is not None:
        with suppress(DatabaseError):
            end_sessions(Session.objects.filter(pk=session.pk))
    return session


def _left() -> str:
    return f"{'__Host-' if settings.SECURE else ''}left"
