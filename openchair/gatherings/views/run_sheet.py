"""The run-sheet: for everybody to read, for the chair to change."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.gatherings import stepping
from openchair.gatherings.forms import StepForm
from openchair.gatherings.views.finding import allowed
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_safe
@signed_in
def steps(request: Request, gathering_id: str) -> HttpResponse:
    """All steps with their days."""
    view = allowed(request, "gathering.read", gathering_id)
    context = {"view": view, "gathering": view.gathering, "group": view.gathering.group}
    return page(request, "gatherings/run_sheet.html", 200, **context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def edit(request: Request, gathering_id: str, step: str) -> HttpResponse:
    """Other words, or another moment."""
    view = allowed(request, "gathering.put_right", gathering_id)
    found = next((one for one in view.steps if one.key == step), None)
    if found is None:
        raise Http404
    form = StepForm(sent(request), step=found, zone=request.zone, by=view.mine)
    if form.is_valid() and form.save(view.gathering):
        say(request, _("Kept. Everybody sees it from now on."))
        return go("gathering-steps", gathering_id)
    context = {"view": view, "gathering": view.gathering, "group": view.gathering.group, "step": found}
    return page(request, "gatherings/step.html", UNPROCESSABLE if form.errors else 200, form=form, **context)


@require_POST
@signed_in
@once
def move_on(request: Request, gathering_id: str) -> HttpResponse:
    """The next step comes now."""
    view = allowed(request, "gathering.run", gathering_id)
    if stepping.move_on(gathering=view.gathering, key=request.POST.get("step", "")):
        say(request, _("The next step stands now."))
    else:
        say(request, _("Nothing was changed: that step has come already, or the meeting is not open."))
    return go("gathering", gathering_id)
