"""For whoever comes to the door: meetings first, no account."""

from django.http import HttpResponse

from openchair.kit.pages import page
from openchair.meetings import listing
from openchair.people.invited import was_invited
from openchair.people.models import Place
from openchair.people.requests import Request, open_to_all

MOST = 5


@open_to_all
def landing(request: Request) -> HttpResponse:
    """What this is, what is on in the next hour, and the way in."""
    soon = [
        *listing.on_now(request.zone, request.visitor, MOST),
        *listing.next_hour(request.zone, request.visitor, MOST),
    ]
    may_join = request.place.joining == Place.Joining.ANYONE or was_invited(request)
    return page(request, "project/landing.html", may_join=may_join, soon=soon[:MOST])
