"""Reports that wait for somebody, and those that were looked at. Words only on the page of each one."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from openchair.groups.models import Group
from openchair.kit.pages import page
from openchair.meetings.saying import full_date
from openchair.people.requests import Request, signed_in, steward_only
from openchair.safety.models import Report
from openchair.safety.models.report import ReportQuerySet
from openchair.safety.policy import GROUP_POLICY


@dataclass(frozen=True, slots=True)
class Line:
    """One report in a list: the day of the meeting, never the hour at which somebody told."""

    report: Report
    day: str


@require_safe
@signed_in
def of_group(request: Request, group_id: str) -> HttpResponse:
    """For its hosts, each without those about themselves."""
    group = Group.objects.select_related("closing").get_or_404(public_id=group_id)
    GROUP_POLICY.require(request.person, "reports.list", group)
    found = Report.objects.for_host(request.person, group)
    return _page(request, group, found)


@require_safe
@steward_only
def of_place(request: Request) -> HttpResponse:
    """For stewards: those that no host can look at."""
    found = Report.objects.for_steward(request.person)
    return _page(request, None, found)


def _page(request: Request, group: Group | None, found: ReportQuerySet) -> HttpResponse:
    lines = [_line(request, report) for report in _danger_first(found)]
    waiting = [line for line in lines if not line.report.was_looked_at]
    looked_at = [line for line in reversed(lines) if line.report.was_looked_at]
    return page(request, "safety/reports.html", group=group, waiting=waiting, looked_at=looked_at)


def _danger_first(found: ReportQuerySet) -> Iterable[Report]:
    reports = found.with_names().select_related("group", "occurrence", "answer").order_by("at")
    return sorted(reports, key=lambda report: report.reason != Report.Reason.DANGER)


def _line(request: Request, report: Report) -> Line:
    return Line(report, full_date(report.day_in(request.zone)))
