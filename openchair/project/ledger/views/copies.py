"""A copy of one's own to take along, and bringing one here."""

from typing import cast

from django.conf import settings
from django.http import HttpResponse, StreamingHttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from openchair.kit.pages import UNPROCESSABLE, page
from openchair.people import preferences
from openchair.people.models import Session
from openchair.people.requests import Request, confirmed, confirmed_at, here, signed_in
from openchair.project.ledger import bringing, bundles
from openchair.project.ledger.bringing import Brought, NotACopy
from openchair.project.ledger.forms import Bringing


@signed_in
@confirmed
def copy(request: Request) -> HttpResponse:
    """What is in it, and what to think of before it lies on this device."""
    shared = here(request).mode == Session.Mode.SHARED
    return page(request, "ledger/copy.html", tables=bundles.tables(request.person), shared=shared)


@require_POST
@signed_in
@confirmed_at("my-copy")
def file(request: Request) -> HttpResponse:
    """The copy itself, made while it is sent."""
    made = bundles.files(request.person, _chosen(request))
    answer = StreamingHttpResponse(bundles.zipped(made), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{bundles.FILE_NAME}"'
    return cast(HttpResponse, answer)  # whoever handles answers asks whether they stream


@signed_in
def bring(request: Request) -> HttpResponse:
    """Take over what means something here; what cannot come along is said."""
    form = Bringing(request.POST, request.FILES) if request.method == "POST" else Bringing()
    if form.is_valid():
        try:
            return _brought(request, bringing.read(form.cleaned_data["copy"]))
        except NotACopy as fault:
            form.add_error("copy", str(fault))
    return page(request, "ledger/bring.html", UNPROCESSABLE if form.is_bound else 200, form=form)


def _brought(request: Request, brought: Brought) -> HttpResponse:
    bringing.take_over(person=request.person, brought=brought)
    answer = page(request, "ledger/brought.html", brought=brought)
    for name in preferences.NAMES:
        if name in brought.preferences:
            preferences.remember(answer, name, brought.preferences[name])
    return answer


def _chosen(request: Request) -> dict[str, str]:
    """What one chose, in the account and in this browser; what one never chose is left out."""
    mine = {name: preferences.chosen(request, name) for name in preferences.NAMES}
    language = mine["language"] if mine["language"] in dict(settings.LANGUAGES) else get_language() or ""
    kept = {
        "zone": request.person.zone or mine["zone"],
        "brings": request.person.brings,
        "language": language,
    }
    return {name: value for name, value in (mine | kept).items() if value}
