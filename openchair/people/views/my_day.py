"""Where one's own days are counted, and when they begin."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.kit.pages import UNPROCESSABLE, SeeOther, page, say, sent
from openchair.people.forms import OwnDay
from openchair.people.local import local_path
from openchair.people.requests import Request, signed_in
from openchair.people.settling import home_of, settle


@signed_in
def my_day(request: Request) -> HttpResponse:
    """The zone at home and the hour; a journey changes neither."""
    home = home_of(request.person, request.place)
    after = local_path(request.POST.get("next", request.GET.get("next", "")))
    form = OwnDay(sent(request), initial={"zone": home.zone, "rollover": home.rollover})
    if form.is_valid():
        told = form.cleaned_data
        settle(person=request.person, place=request.place, zone=told["zone"], rollover=int(told["rollover"]))
        say(request, _("Your days are counted there now. No day is lost by it."))
        return SeeOther(after or reverse("me"))
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "people/my_day.html", status, form=form, after=after, lost=home.is_lost)
