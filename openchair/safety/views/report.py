"""One report: the words, the reason, and saying what was done. Who told is on no page here."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openchair.groups.models import Membership
from openchair.kit.pages import UNPROCESSABLE, SeeOther, page, say, sent
from openchair.meetings.saying import full_date
from openchair.people.blocking import apart_from
from openchair.people.once import once
from openchair.people.requests import Request, signed_in, steward_only
from openchair.safety.answering import answer
from openchair.safety.forms import AnswerForm
from openchair.safety.mending import place_of
from openchair.safety.models import Report
from openchair.safety.policy import POLICY
from openchair.vault.results import Unreadable

ACTS = ("report.take_out", "report.let_back", "report.ask_to_rest")


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def of_group(request: Request, group_id: str, report_id: str) -> HttpResponse:
    """For a host of the group."""
    report = Report.objects.get_or_404(group__public_id=group_id, public_id=report_id)
    POLICY.require(request.person, "report.read", report)
    return _answered(request, report, reverse("reports", args=[group_id]), _member(request, report))


@require_http_methods(["GET", "HEAD", "POST"])
@steward_only
@once
def of_place(request: Request, report_id: str) -> HttpResponse:
    """For a steward, where no host can look at it."""
    report = Report.objects.get_or_404(public_id=report_id)
    POLICY.require(request.person, "report.take_over", report)
    return _answered(request, report, reverse("steward-reports"), None)


def _answered(request: Request, report: Report, back: str, member: Membership | None) -> HttpResponse:
    form = AnswerForm(sent(request))
    if form.is_valid():
        first = answer(report=report, by=request.person, done=form.cleaned_data["done"])
        say(
            request,
            _("Noted. Whoever told you can see it.") if first else _("Somebody has looked at this already."),
        )
        return SeeOther(back)
    context = {
        "report": report,
        "back_to": back,
        "member": member,
        "form": form,
        "day": _day(request, report),
        "place": place_of(report) if POLICY.allows(request.person, "report.read", report) else None,
        "may": {act: POLICY.allows(request.person, act, report) for act in ACTS},
    }
    status = UNPROCESSABLE if form.errors else 200
    return page(
        request,
        "safety/report.html",
        status,
        words=_readable(report.words),
        note=_readable(report.note),
        **context,
    )


def _readable(words: str) -> str | None:
    """None where the seal is broken, which the page says."""
    return None if isinstance(words, Unreadable) else words


def _day(request: Request, report: Report) -> str:
    return full_date(report.day_in(request.zone))


def _member(request: Request, report: Report) -> Membership | None:
    """The membership of who said it, where this host can reach it; None for guests, and where no name was."""
    if report.about_id is None or report.where == Report.Where.UNNAMED:
        return None
    reachable = (
        Membership.objects.current().apart(apart_from(request.person)).select_related("hosting", "departure")
    )
    return reachable.filter(group=report.group_id, person=report.about_id).first()
