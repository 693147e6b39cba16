"""The first page of a place that is not set up yet."""

from django.http import HttpResponse

from openchair.kit.pages import go, page
from openchair.people.requests import Request, open_to_all


@open_to_all
def welcome(request: Request) -> HttpResponse:
    """Where to find the link; nothing else is here yet."""
    if request.place.ready_at is not None:
        return go("landing")
    return page(request, "project/welcome_wait.html")
