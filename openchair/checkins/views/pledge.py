"""Making today's pledge, and taking it back."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openchair.checkins import pledging
from openchair.checkins.own_day import end_of, own_day
from openchair.kit.pages import go, say
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.people.settling import home_of


@require_POST
@signed_in
@once
def make(request: Request) -> HttpResponse:
    """At any hour of the day: an intention has no closing time."""
    home = home_of(request.person, request.place)
    pledging.pledge(person=request.person, ends_at=end_of(own_day(request), home))
    return go("today", anchor="pledge")


@require_POST
@signed_in
@once
def take_back(request: Request) -> HttpResponse:
    """Nothing follows from it."""
    pledging.take_back(person=request.person)
    say(request, _("Taken back. That is fine."))
    return go("today")
