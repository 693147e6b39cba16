"""From a report: whoever wrote without a name is asked to rest from it, and nobody learns who that is."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from openchair.groups import resting
from openchair.groups.forms import LineForm
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.safety.models import Report
from openchair.safety.policy import POLICY


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def ask(request: Request, group_id: str, report_id: str) -> HttpResponse:
    """With a line to them. What comes back is the same whoever it is, here or gone."""
    report = Report.objects.get_or_404(group__public_id=group_id, public_id=report_id)
    POLICY.require(request.person, "report.ask_to_rest", report)
    form = LineForm(sent(request))
    if form.is_valid():
        resting.ask(group=report.group, person=report.about_id, reason=form.cleaned_data["line"])
        undo = reverse("report-rest-end", args=[group_id, report_id])
        say(request, _("Asked. You are not told who it is."), undo=undo)
        return go("report", group_id, report_id)
    context = {"report": report, "form": form, "days": resting.LENGTH.days}
    return page(request, "safety/report_rest.html", UNPROCESSABLE if form.errors else 200, **context)


@require_POST
@signed_in
@once
def end(request: Request, group_id: str, report_id: str) -> HttpResponse:
    """Not any more. No page says whether there was a rest."""
    report = Report.objects.get_or_404(group__public_id=group_id, public_id=report_id)
    POLICY.require(request.person, "report.ask_to_rest", report)
    resting.end(group=report.group, person=report.about_id)
    say(request, _("Whoever wrote this may write without a name again."))
    return go("report", group_id, report_id)
