"""Signing in and out: what the browser is given, and what it is told to forget."""

from collections.abc import Mapping
from contextlib import suppress

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import rotate_token
from django.urls import reverse

from openchair.people import drafts, notices, preferences
from openchair.people.ending import end_sessions
from openchair.people.models import AccountNotice, Erasure, Person, Session
from openchair.people.requests import Request, here, look_again, session_is, session_of

STAY = "stay"
STAY_LIVES = 5 * 60  # seconds: whoever comes to a shared computer next does not take it back for them
DRAFTS = (STAY, "closing", "join", "words", "codes", "recover", "invited", "welcome", "passkey")
# What opens an account or shows its keys, and so never outlives whoever sat there.
OPENS = (STAY, "closing", "words", "codes", "recover")


def begin(
    request: HttpRequest,
    answer: HttpResponse,
    person: Person,
    mode: str,
    *,
    missed: list[AccountNotice] | None = None,
    token: str = "",
) -> None:
    """Sign the person in: always a new session, never the one that was there (ASVS 5.0, 7.2.4).

    The others are told. It is told in turn what changed unseen before: `missed`, or all that waits. `token`:
    one that was drawn before. Somebody who waits to be erased is led to where they can take it back, and is
    signed in only then.
    """
    earlier = session_of(request)
    if earlier is not None:
        end_sessions(Session.objects.filter(pk=earlier.pk))
    if Erasure.objects.filter(person=person).exists():
        _ask_to_stay(request, answer, person, mode)
        return
    session, token = Session.begin(person, mode, token)
    for purpose in OPENS:  # those of whoever was here before
        drafts.forget(answer, purpose)
    session_is(request, session)
    give_cookie(answer, token, mode)
    rotate_token(request)
    notices.announce(person=person, kind=notices.Kind.SIGNED_IN, here=session.pk)
    notices.catch_up(session, missed)


def go_on(request: HttpRequest, answer: HttpResponse, session: Session, token: str) -> None:
    """Give the cookie of a session once more, to a browser that did not wait for the answer it came with."""
    session_is(request, session)
    give_cookie(answer, token, session.mode)


def _ask_to_stay(request: HttpRequest, answer: HttpResponse, person: Person, mode: str) -> None:
    """Who asked to be erased is signed in only once they took it back."""
    session_is(request, None)
    drafts.keep(answer, STAY, {"person": str(person.pk), "mode": mode}, STAY_LIVES)
    answer["Location"] = reverse("stay")


def confirm(request: Request, answer: HttpResponse, *, powers: bool = False) -> None:
    """The person showed who they are: note it, and change the token. `powers`: take up staff powers too.

    The form's token (CSRF) stays, so that what is half written in another tab can still be sent.
    """
    _turned(request, answer, here(request).confirm(powers=powers))


def give_back_powers(request: Request, answer: HttpResponse) -> None:
    """Staff powers end here; the session goes on."""
    _turned(request, answer, here(request).give_back_powers())


def _turned(request: Request, answer: HttpResponse, token: str) -> None:
    """Give the new token. Without one the session is looked up anew: if it ended, its cookie goes too."""
    if token:
        give_cookie(answer, token, here(request).mode)
    else:
        look_again(request)


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
    """Sign out here, or leave without having come in. A shared computer forgets everything of ours."""
    forget(answer, ended(request))


def at_door(cookies: Mapping[str, str]) -> Session | None:
    """The living session of a browser that asks for a stream; None for one that left this site."""
    if cookies.get(_left()) == "1":
        return None
    return Session.find(cookies.get(settings.SESSION_COOKIE_NAME, ""))


def has_left(request: HttpRequest) -> bool:
    """Did this browser leave since it signed in?

    The page marks it by a cookie at once, since its word to the server may come late or
    never; without it BACK could show once more what was left (S14).
    """
    return request.COOKIES.get(_left()) == "1"


def forget(answer: HttpResponse, session: Session | None) -> None:
    """Tell the browser to forget the session and all that was begun; on a shared computer choices too.

    Half a joining shows spare keys, and a spare key that was typed takes the account: whoever sits down next
    must not find them.
    """
    answer.delete_cookie(settings.SESSION_COOKIE_NAME, samesite="Lax")
    for purpose in DRAFTS:
        if not drafts.is_kept(answer, purpose):  # begun in this very answer, by whoever is here now
            drafts.forget(answer, purpose)
    if session is not None and session.mode == Session.Mode.SHARED:
        for name in preferences.NAMES:
            preferences.forget(answer, name)


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
