"""How much may leave this site, and when nothing does."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.notices.forms import SayWishes
from openchair.notices.home import city_of, home_zone
from openchair.notices.models import Wishes
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@signed_in
@once
def wishes(request: Request) -> HttpResponse:
    """Show what holds; keep what is chosen."""
    form = SayWishes(sent(request), wishes=Wishes.of(request.person))
    if form.is_valid():
        Wishes.objects.update_or_create(person=request.person, defaults=form.cleaned_data)
        say(request, _("Kept."))
        return go("reminders")
    status = UNPROCESSABLE if form.is_bound else 200
    return page(request, "notices/wishes.html", status, form=form, city=city_of(home_zone(request.person)))
