"""Today: one thing to do, tonight's meetings, one's own groups."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from openchair.groups.models import Membership
from openchair.kit.clock import now
from openchair.kit.pages import page
from openchair.people.requests import Request, signed_in


@signed_in
def today(request: Request) -> HttpResponse:
    """The first page of a signed-in person."""
    mine = (
        Membership.objects.current()
        .filter(person=request.person)
        .select_related("group")
        .order_by("group__name")
    )
    hour = now().astimezone(request.zone).hour
    return page(request, "project/today.html", greeting=_greeting(hour), memberships=mine, meetings=[])


def _greeting(hour: int) -> str:
    if 5 <= hour < 12:
        return _("Good morning")
    if 12 <= hour < 18:
        return _("Good afternoon")
    if 18 <= hour < 23:
        return _("Good evening")
    return _("You are up late. Good that you are here")
