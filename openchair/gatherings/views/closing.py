"""Closing before the time, with a kind line; first one sees who has not been answered."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openchair.gatherings import closing
from openchair.gatherings.forms import ClosingForm
from openchair.gatherings.models import Gathering
from openchair.gatherings.views.finding import allowed
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def close(request: Request, gathering_id: str) -> HttpResponse:
    """Whoever has the chair ends it now."""
    view = allowed(request, "gathering.run", gathering_id)
    form = ClosingForm(sent(request), by=view.mine)
    if view.gathering.is_over or (form.is_valid() and _closed(request, view.gathering, form)):
        return go("gathering", gathering_id, anchor="end")
    context = {"view": view, "gathering": view.gathering, "group": view.gathering.group, "form": form}
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "gatherings/closing.html", status, **context, cards=view.waiting)


def _closed(request: Request, gathering: Gathering, form: ClosingForm) -> bool:
    if closing.close(gathering=gathering, line=form.cleaned_data["line"]):
        say(request, _("It is closed. What was said can still be read, and everybody can take back theirs."))
    return True
