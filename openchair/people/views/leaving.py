"""Leave this site: at once, from anywhere, signed in or not."""

from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt

from openchair.kit.pages import page
from openchair.people import sessions
from openchair.people.discretion import leave_target
from openchair.people.requests import Request, open_to_all


@csrf_exempt
@open_to_all
def leave(request: Request) -> HttpResponse:
    """A neutral page at once, and the session is over.

    No token is asked for, so that an old page can always be left; from another site the session's cookie does
    not come along (SameSite=Lax), so nobody can be signed out from there. A redirect would be stopped by
    `form-action` once the way leads to another host, so the answer is a page with `Refresh`.
    """
    answer = page(request, "people/blank.html")
    if request.method == "POST":
        sessions.end(request, answer)
        answer["Clear-Site-Data"] = '"cache"'
    answer["Refresh"] = f"0; url={leave_target(request)}"
    return answer


@open_to_all
def blank(request: Request) -> HttpResponse:
    """A page that says nothing about this place."""
    return page(request, "people/blank.html")
