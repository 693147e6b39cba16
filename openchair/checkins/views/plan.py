"""The next seven days."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from openchair.checkins import planning
from openchair.checkins.forms.plan import PlanForm
from openchair.checkins.models import Plan
from openchair.checkins.models.plan import LASTS
from openchair.checkins.own_day import own_day
from openchair.checkins.saying import short_date
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def plan(request: Request) -> HttpResponse:
    """What it says; a form of ticks while it is on."""
    kept, today = planning.plan_of(request.person), own_day(request)
    if request.method == "POST":
        planning.tick(
            plan=_or_404(kept), done={int(one) for one in request.POST.getlist("done") if one.isdecimal()}
        )
        say(request, _("Kept."))
        return go("plan")
    until = short_date(kept.begins + LASTS) if kept else ""
    is_on = kept is not None and kept.is_on(today)
    return page(request, "checkins/plan.html", lines=kept.lines if kept else [], is_on=is_on, until=until)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def edit(request: Request) -> HttpResponse:
    """Make one, or change the one that is on."""
    kept, today = planning.plan_of(request.person), own_day(request)
    lines = kept.lines if kept and kept.is_on(today) else []
    form = PlanForm(sent(request), lines=lines)
    if form.is_valid():
        planning.make(person=request.person, day=today, lines=form.lines())
        return go("plan")
    return page(request, "checkins/plan_edit.html", UNPROCESSABLE if form.errors else 200, form=form)


@require_POST
@signed_in
@once
def put_away(request: Request) -> HttpResponse:
    """Out of sight."""
    planning.put_away(plan=_or_404(planning.plan_of(request.person)), day=own_day(request))
    say(request, _("Put away. It is deleted for good in 30 days."), undo=reverse("plan-return"))
    return go("plan")


@require_POST
@signed_in
@once
def bring_back(request: Request) -> HttpResponse:
    """The one that was put away last."""
    if not planning.bring_back(person=request.person):
        raise Http404
    return go("plan")


def _or_404(kept: Plan | None) -> Plan:
    if kept is None:
        raise Http404
    return kept
