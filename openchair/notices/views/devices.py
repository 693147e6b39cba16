"""Browsers that are told, and the script that tells them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.notices import push
from openchair.notices.devices import add_device
from openchair.notices.forms import AddDevice
from openchair.people.models import Session
from openchair.people.once import once
from openchair.people.requests import Request, here, open_to_all, signed_in
from openchair.people.saying import since

WORKER: Final = Path(__file__).parents[1] / "static" / "notices" / "waits.js"


@dataclass(frozen=True, slots=True)
class Line:
    """One browser, as it is told to its owner."""

    pk: UUID
    name: str
    note: str
    here: bool


@signed_in
@once
def devices(request: Request) -> HttpResponse:
    """What a device would show, and to whom; those that are told; and this one, if script says so."""
    own, lines = here(request).mode == Session.Mode.OWN, _lines(request)
    form = AddDevice(sent(request))
    if own and form.is_valid():
        add_device(session=here(request), **form.cleaned_data)
        say(
            request, _("This device is told from now on. It shows that something waits, and no word of what.")
        )
        return go("reminders-devices")
    status = UNPROCESSABLE if form.is_bound else 200
    key = push.public_half(settings.OPENCHAIR_PUSH_KEY)
    shown = {"lines": lines, "own": own, "key": key, "refused": form.is_bound}
    return page(request, "notices/devices.html", status, is_told=any(one.here for one in lines), **shown)


@require_POST
@signed_in
@once
def end(request: Request, device_id: UUID) -> HttpResponse:
    """Tell a device no more. Twice is once."""
    request.person.push_devices.filter(pk=device_id).delete()
    say(request, _("That device is not told any more."))
    return go("reminders-devices")


@open_to_all
def worker(request: Request) -> HttpResponse:  # noqa: ARG001 - the same for everyone
    """The script that shows the sign. It stands at the top: a worker sees only what lies below it."""
    return HttpResponse(WORKER.read_bytes(), content_type="text/javascript; charset=utf-8")


def _lines(request: Request) -> list[Line]:
    session = here(request).pk
    found = request.person.push_devices.order_by("made_on", "pk")
    return [
        Line(
            pk=one.pk,
            name=_("This device") if one.session_id == session else _("Another device"),
            note=since(one.made_on, request.zone),
            here=one.session_id == session,
        )
        for one in found
    ]
