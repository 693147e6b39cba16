"""Who asks, and the doors every view stands behind."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from openchair.kit.clock import now
from openchair.kit.pages import SeeOther
from openchair.people import preferences
from openchair.people.models import Person, Place, Session, Stewardship
from openchair.people.zones import zone_or_utc

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


class Request(HttpRequest):
    """A request whose door has been passed. `person` is only there behind `signed_in`."""

    person: Person
    visitor: Person | None
    session_row: Session | None
    session_unread: bool
    place: Place
    zone: ZoneInfo


def signed_in(view: Callable[Concatenate[Request, P], HttpResponse]) -> View[P]:
    """For people who are signed in; others are asked to sign in first and come back."""

    @wraps(view)
    def door(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        asking = _known(request)
        if asking.visitor is None:
            _stop_when_unread(asking)
            if request.headers.get("X-Stays") == "yes":
                # A script that sent words tells their writer, and keeps them (RFC 9110, 15.5.2).
                return HttpResponse(status=401, headers={"WWW-Authenticate": "Session"})
            after = request.get_full_path() if request.method == "GET" else ""
            return SeeOther(
                f"{reverse('sign-in')}?{urlencode({'next': after})}" if after else reverse("sign-in")
            )
        asking.person = asking.visitor
        return view(asking, *args, **kwargs)

    return _named(door, "signed in")


def open_to_all(view: Callable[Concatenate[Request, P], HttpResponse]) -> View[P]:
    """For everyone, with or without an account."""

    @wraps(view)
    def door(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        return view(_known(request), *args, **kwargs)

    return _named(door, "open to all")


def steward_only(view: Callable[Concatenate[Request, P], HttpResponse]) -> View[P]:
    """For stewards who have taken up their powers in this session; for everyone else there is nothing here.

    A steward without them is asked to confirm who they are, which takes them up.
    """

    @wraps(view)
    def door(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        asking = _known(request)
        if asking.visitor is None or not Stewardship.objects.filter(person=asking.visitor).exists():
            raise Http404
        session = here(asking)
        if not session.has_powers_at(now()):
            return _confirm_first(asking.get_full_path() if request.method == "GET" else request.path, "1")
        session.use_powers()
        asking.person = asking.visitor
        return view(asking, *args, **kwargs)

    return _named(door, "stewards")


def confirmed(view: Callable[Concatenate[Request, P], HttpResponse]) -> View[P]:
    """Under `signed_in`: only when the person showed who they are in the last five minutes (S36).

    Others are asked, and come back to this address by GET. Where it takes POST alone, use `confirmed_at`.
    """
    return confirmed_at("")(view)


def confirmed_at(page: str) -> Callable[[Callable[Concatenate[Request, P], HttpResponse]], View[P]]:
    """As `confirmed`, coming back to the page of that name, where the button stands that was pressed."""

    def door_of(view: Callable[Concatenate[Request, P], HttpResponse]) -> View[P]:
        @wraps(view)
        def door(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            asking = cast(Request, request)
            if here(asking).is_confirmed_at(now()):
                return view(asking, *args, **kwargs)
            if page:
                return _confirm_first(reverse(page))
            return _confirm_first(request.get_full_path() if request.method == "GET" else request.path)

        door.confirms = True  # type: ignore[attr-defined]
        return door

    return door_of


def here(request: Request) -> Session:
    """The session behind a door that only somebody signed in has passed; LookupError behind another."""
    session = session_of(request)
    if session is None:
        raise LookupError
    return session


def visitor_of(request: HttpRequest) -> Person | None:
    """The signed-in person or None, looked up once a request; None when the database is away."""
    session = session_of(request)
    return session.person if session else None


def session_of(request: HttpRequest) -> Session | None:
    """The living session of the request's cookie, looked up once; None when the database is away."""
    asking = cast(Request, request)
    if not hasattr(asking, "session_row"):
        token = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
        asking.session_unread = False
        try:
            asking.session_row = Session.find(token) if token else None
        except DatabaseError:
            asking.session_row, asking.session_unread = None, True
    return asking.session_row


def is_unread(request: HttpRequest) -> bool:
    """Could the session not be looked up? Then nobody knows whether it lives, and its cookie stays."""
    session_of(request)
    return cast(Request, request).session_unread


def session_is(request: HttpRequest, session: Session | None) -> None:
    """What the rest of this request should know: a session began here, or the one there was has ended."""
    asking = cast(Request, request)
    asking.session_row, asking.session_unread = session, False


def look_again(request: HttpRequest) -> None:
    """What was read of the session no longer holds: whoever asks next in this request reads it anew."""
    cast(Request, request).__dict__.pop("session_row", None)


def place_of(request: HttpRequest) -> Place:
    """The place, looked up once a request; the defaults when the database is away.

    A place that cannot be read is not a new one, so the first run does not begin again.
    """
    asking = cast(Request, request)
    if not hasattr(asking, "place"):
        try:
            asking.place = Place.here()
        except DatabaseError:
            asking.place = Place(ready_at=now())
    return asking.place


def _known(request: HttpRequest) -> Request:
    asking = cast(Request, request)
    asking.visitor = visitor_of(request)
    place = place_of(request)
    chosen = preferences.chosen(request, "zone") or (asking.visitor.zone if asking.visitor else "")
    asking.zone = zone_or_utc(chosen or place.zone, place.zone)
    return asking


def _confirm_first(after: str, powers: str = "") -> HttpResponse:
    asked = {"next": after} | ({"powers": powers} if powers else {})
    return SeeOther(f"{reverse('confirm')}?{urlencode(asked)}")


def _stop_when_unread(asking: Request) -> None:
    """Who may well be signed in is told that something broke here, not asked for their words."""
    if is_unread(asking):
        raise DatabaseError


def _named(door: View[P], name: str) -> View[P]:
    door.door = name  # type: ignore[attr-defined]
    return door
