"""Where one is signed in."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openchair.kit.clock import now
from openchair.kit.pages import go, page, say
from openchair.people import recovering, sessions
from openchair.people.ending import end_sessions
from openchair.people.models import Session
from openchair.people.requests import Request, confirmed_at, here, signed_in
from openchair.people.saying import since, used


@dataclass(frozen=True, slots=True)
class Device:
    """One session, as it is told to its owner."""

    pk: UUID
    kind: str
    note: str
    here: bool


@signed_in
def show(request: Request) -> HttpResponse:
    """This session first, then the others; no address, no city, no name of a browser."""
    living = [session for session in request.person.sessions.order_by("-used_at") if session.lives_at(now())]
    devices = sorted((_device(request, session) for session in living), key=lambda device: not device.here)
    return page(request, "people/my_sessions.html", devices=devices)


@require_POST
@signed_in
@confirmed_at("my-sessions")
def end(request: Request, session_id: UUID) -> HttpResponse:
    """End one session. Ending it twice is ending it once."""
    end_sessions(request.person.sessions.filter(pk=session_id).exclude(pk=here(request).pk))
    say(request, _("Signed out there."))
    return go("my-sessions")


@require_POST
@signed_in
@confirmed_at("my-sessions")
def end_others(request: Request) -> HttpResponse:
    """End every session but this one."""
    recovering.end_others(person=request.person, here=here(request).pk)
    say(request, _("Signed out everywhere else."))
    return go("my-sessions")


@require_POST
@signed_in
@confirmed_at("my-sessions")
def end_all(request: Request) -> HttpResponse:
    """End every session, this one too."""
    end_sessions(request.person.sessions.exclude(pk=here(request).pk))
    answer = go("landing")
    sessions.end(request, answer)
    answer["Clear-Site-Data"] = '"cache", "storage"'
    return answer


def _device(request: Request, session: Session) -> Device:
    kind = _("Shared computer") if session.mode == Session.Mode.SHARED else _("My device")
    if session.has_powers_at(now()):
        kind = _("%(kind)s, with staff powers") % {"kind": kind}
    note = f"{since(session.began_at.date(), request.zone)} · {used(session.used_at.date(), request.zone)}"
    return Device(session.pk, kind, note, session.pk == here(request).pk)
