"""For whoever comes to the door: meetings first, no account."""

from django.http import HttpResponse

from openchair.kit.pages import page
from openchair.people.models import Place
from openchair.people.requests import Request, open_to_all


@open_to_all
def landing(request: Request) -> HttpResponse:
    """What this is, what is on in the next hour, and the way in."""
    joining = request.place.joining == Place.Joining.ANYONE
    return page(request, "project/landing.html", joining=joining, meetings=[])
