"""Staff powers are given back; taking them up is confirming who one is."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openchair.kit.pages import go, say
from openchair.people import sessions
from openchair.people.requests import Request, signed_in


@require_POST
@signed_in
def give_back(request: Request) -> HttpResponse:
    """On with this session as before, without them."""
    say(request, _("You gave your staff powers back. You can take them up again."))
    answer = go("me")
    sessions.give_back_powers(request, answer)
    return answer
