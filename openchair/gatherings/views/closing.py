"""Closing before the time, with a kind line; first one sees who has not been answered. Other words for it."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openchair.gatherings import closing, wording
from openchair.gatherings.forms import ClosingForm
from openchair.gatherings.models.wording import LINE
from openchair.gatherings.showing import View
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
    if view.gathering.is_over or (form.is_valid() and _closed(request, view, form)):
        return go("gathering", gathering_id, anchor="end")
    context = {"view": view, "gathering": view.gathering, "group": view.gathering.group, "form": form}
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "gatherings/closing.html", status, **context, cards=view.waiting)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def line(request: Request, gathering_id: str) -> HttpResponse:
    """Once it is over a host writes another line, or none."""
    view = allowed(request, "gathering.put_right", gathering_id)
    if not view.gathering.is_over:
        raise Http404
    form = ClosingForm(sent(request), by=view.mine, before=view.line.words if view.line else "")
    if form.is_valid():
        if form.has_changed():  # what a host does not read, they do not take away with an empty field
            words = form.cleaned_data["line"]
            wording.write(gathering=view.gathering, by=view.mine, place=LINE, words=words)
        say(request, _("Kept. Everybody sees it from now on."))
        return go("gathering", gathering_id, anchor="end")
    context = {"view": view, "gathering": view.gathering, "group": view.gathering.group, "form": form}
    return page(request, "gatherings/line.html", UNPROCESSABLE if form.errors else 200, **context)


def _closed(request: Request, view: View, form: ClosingForm) -> bool:
    if closing.close(gathering=view.gathering, by=view.mine, line=form.cleaned_data["line"]):
        say(request, _("It is closed. What was said can still be read, and everybody can take back theirs."))
    return True
