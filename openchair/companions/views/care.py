"""Whom to nudge when one goes quiet."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from openchair.companions import caring
from openchair.companions.forms import CareForm
from openchair.companions.models import Companionship
from openchair.companions.naming import beside
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.people.settling import today_of


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def care(request: Request) -> HttpResponse:
    """One companion, and after how many silent days."""
    standing = Companionship.objects.of(request.person).standing().select_related("group")
    those, mine = beside(request.person, standing), caring.of(request.person)
    form = CareForm(sent(request), beside=those, care=mine)
    if form.is_valid():
        today, days = today_of(request.person, request.place), form.cleaned_data["days"]
        caring.name(person=request.person, companionship=form.chosen, days=days, today=today)
        say(request, _("Kept. You are asked again in 90 days."))
        return go("companions")
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "companions/care.html", status, form=form, those=those, care=mine)


@require_POST
@signed_in
@once
def stop(request: Request) -> HttpResponse:
    """Nobody is nudged any more."""
    caring.stop(person=request.person)
    say(request, _("Stopped. Nobody is told."))
    return go("companions")
