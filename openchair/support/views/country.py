"""The reader's country, remembered in this browser only when asked for."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from openchair.kit.pages import go
from openchair.people.preferences import remember
from openchair.people.requests import Request, open_to_all
from openchair.support.choice import COOKIE
from openchair.support.help import known_country


@require_POST
@open_to_all
def save(request: Request) -> HttpResponse:
    """Remember the country, or forget it when none of ours was sent."""
    answer = go("help-now")
    remember(answer, COOKIE, known_country(request.POST.get("country", "")))
    return answer
