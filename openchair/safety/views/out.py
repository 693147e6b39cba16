"""From a report: the words out of everybody's sight, and in it again."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from openchair.groups.forms import LineForm
from openchair.groups.naming import put_out_of_sight
from openchair.groups.policy import mine_in
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.safety import taking_out
from openchair.safety.models import Report
from openchair.safety.policy import POLICY


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def take_out(request: Request, group_id: str, report_id: str) -> HttpResponse:
    """With a line to whoever wrote them. The words shown are those of the report."""
    report = Report.objects.get_or_404(group__public_id=group_id, public_id=report_id)
    POLICY.require(request.person, "report.take_out", report)
    what = taking_out.words_in(report)
    has_nobody = what is not None and what.has_nobody
    form = LineForm(sent(request), has_nobody=has_nobody)
    if form.is_valid():
        by = mine_in(report.group, request.person)
        taking_out.take_out(report=report, by=by, line=form.cleaned_data["line"])
        undo = reverse("report-out-end", args=[group_id, report_id])
        say(request, put_out_of_sight(has_nobody=has_nobody), undo=undo)
        return go("report", group_id, report_id)
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "safety/report_out.html", status, report=report, form=form, has_nobody=has_nobody)


@require_POST
@signed_in
@once
def let_back(request: Request, group_id: str, report_id: str) -> HttpResponse:
    """As they were told of: what was changed since is looked at where it waits."""
    report = Report.objects.get_or_404(group__public_id=group_id, public_id=report_id)
    POLICY.require(request.person, "report.let_back", report)
    if taking_out.let_back(report=report):
        say(request, _("Let out. Whom it is meant for can read it now."))
    else:
        say(request, _("Its writer changed it meanwhile. Please read it again."))
    return go("report", group_id, report_id)
