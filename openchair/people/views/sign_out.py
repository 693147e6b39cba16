"""Going, on this device."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openchair.kit.pages import go, say
from openchair.people import sessions
from openchair.people.requests import Request, open_to_all


@require_POST
@open_to_all
def sign_out(request: Request) -> HttpResponse:
    """End this session and let the browser forget what it kept."""
    say(request, _("You are signed out on this device."))
    answer = go("landing")
    sessions.end(request, answer)
    answer["Clear-Site-Data"] = '"cache", "storage"'
    return answer
