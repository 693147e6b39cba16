"""The place, for its stewards: what the first run asked can be answered anew."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.people.models import Place
from openchair.people.requests import Request, steward_only
from openchair.project.keeping.forms import Keeping, as_draft
from openchair.project.ringing.state import state


@steward_only
def place(request: Request) -> HttpResponse:
    """Name, languages, clock, country, and who may join."""
    form = Keeping(sent(request), draft=as_draft(request.place))
    if form.is_valid():
        Place.objects.filter(pk=request.place.pk).update(**form.kept())
        say(request, _("Saved. Everyone sees it from now on."))
        return go("place")
    return page(
        request, "project/place.html", UNPROCESSABLE if form.is_bound else 200, form=form, ring=state()
    )
