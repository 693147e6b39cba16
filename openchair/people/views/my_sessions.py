"""Where one is signed in."""

from dataclasses import dataclass
from uuid import UUID

from babel.dates import format_date
from django.http import HttpResponse
from django.utils.translation import get_language, to_locale
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openchair.kit.clock import now
from openchair.kit.pages import go, page, say
from openchair.people import recovering, sessions
from openchair.people.ending import end_sessions
from openchair.people.models import Session
from openchair.people.requests import Request, session_of, signed_in


@dataclass(frozen=True, slots=True)
class Device:
    """One session, as it is told to its owner."""

    pk: UUID
    kind: str
    since: str
    here: bool


@signed_in
def show(request: Request) -> HttpResponse:
    """This session first, then the others; no address, no city, no name of a browser."""
    living = [session for session in request.person.sessions.order_by("-used_at") if session.lives_at(now())]
    devices = sorted((_device(request, session) for session in living), key=lambda device: not device.here)
    return page(request, "people/my_sessions.html", devices=devices)


@require_POST
@signed_in
def end(request: Request, session_id: UUID) -> HttpResponse:
    """End one session. Ending it twice is ending it once."""
    end_sessions(request.person.sessions.filter(pk=session_id).exclude(pk=_here(request)))
    say(request, _("Signed out there."))
    return go("my-sessions")


@require_POST
@signed_in
def end_others(request: Request) -> HttpResponse:
    """End every session but this one."""
    recovering.end_others(person=request.person, here=_here(request))
    say(request, _("Signed out everywhere else."))
    return go("my-sessions")


@require_POST
@signed_in
def end_all(request: Request) -> HttpResponse:
    """End every session, this one too."""
    end_sessions(request.person.sessions.exclude(pk=_here(request)))
    answer = go("landing")
    sessions.end(request, answer)
    answer["Clear-Site-Data"] = '"cache", "storage"'
    return answer


def _device(request: Request, session: Session) -> Device:
    kind = _("Shared computer") if session.mode == Session.Mode.SHARED else _("My device")
    locale = to_locale(get_language() or "en")
    since = format_date(session.began_at.astimezone(request.zone), "d MMMM", locale=locale)
    return Device(session.pk, kind, since, session.pk == _here(request))


def _here(request: Request) -> UUID:
    session = session_of(request)
    if session is None:
        raise LookupError
    return session.pk
