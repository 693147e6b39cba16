"""The one-time link from the terminal."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.kit.pages import SeeOther, go, page, say
from openchair.people import drafts
from openchair.people.models import StewardLink
from openchair.people.requests import Request, open_to_all
from openchair.people.stewarding import use_link

WELCOME = "welcome"


@open_to_all
def steward_link(request: Request, token: str) -> HttpResponse:
    """GET says what the link does and spends nothing, so that a preview cannot; POST does it."""
    if StewardLink.find(token) is None:
        return page(request, "people/steward_over.html", status=404)
    first_run = request.place.ready_at is None
    if request.method != "POST":
        return page(request, "people/steward_link.html", token=token, first_run=first_run)
    if first_run:
        answer = go("welcome")
        drafts.keep(answer, WELCOME, {"steward_link": token})
        return answer
    return _becomes_steward(request, token)


def _becomes_steward(request: Request, token: str) -> HttpResponse:
    if request.visitor is None:
        here = reverse("steward-link", args=[token])
        return SeeOther(f"{reverse('sign-in')}?{urlencode({'next': here})}")
    if not use_link(person=request.visitor, token=token):
        return page(request, "people/steward_over.html", status=404)
    say(request, _("You are a steward of this place now."))
    return go("me")
