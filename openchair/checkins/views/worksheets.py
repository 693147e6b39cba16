"""Sheets to think with."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from openchair.checkins import worksheets
from openchair.checkins.forms.worksheet import WorksheetForm
from openchair.checkins.models import Worksheet
from openchair.checkins.own_day import own_day
from openchair.checkins.saying import full_date
from openchair.checkins.worksheets import SHEETS, Sheet, sheet_named
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.people.once import once
from openchair.people.requests import Request, signed_in

MOST = 100


@signed_in
def every(request: Request) -> HttpResponse:
    """The sheets there are, and those that were filled in."""
    kept = Worksheet.objects.filter(person=request.person).standing()[:MOST]
    lines = [(one, _title(one), full_date(one.written_on)) for one in kept]
    return page(request, "checkins/worksheets.html", sheets=SHEETS, lines=lines)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def new(request: Request, sheet: str) -> HttpResponse:
    """Fill one in."""
    form = WorksheetForm(sent(request), sheet=_sheet(sheet))
    if form.is_valid():
        answers = dict(form.cleaned_data)
        kept = worksheets.keep(person=request.person, sheet=sheet, answers=answers, day=own_day(request))
        return go("worksheet", kept.public_id)
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "checkins/worksheet_edit.html", status, form=form, worksheet=None)


@signed_in
def worksheet(request: Request, worksheet_id: str) -> HttpResponse:
    """One that was filled in."""
    kept = _mine(request, worksheet_id)
    sheet = sheet_named(kept.sheet)
    asked = sheet.questions if sheet else ()
    lines = [(one.label, kept.answers[one.name]) for one in asked if one.name in kept.answers]
    day = full_date(kept.written_on)
    return page(
        request, "checkins/worksheet.html", worksheet=kept, heading=_title(kept), day=day, lines=lines
    )


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def edit(request: Request, worksheet_id: str) -> HttpResponse:
    """Write on."""
    kept = _mine(request, worksheet_id)
    form = WorksheetForm(sent(request), sheet=_sheet(kept.sheet), answers=kept.answers)
    if form.is_valid():
        worksheets.change(worksheet=kept, answers=dict(form.cleaned_data))
        return go("worksheet", worksheet_id)
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "checkins/worksheet_edit.html", status, form=form, worksheet=kept)


@require_POST
@signed_in
@once
def take_back(request: Request, worksheet_id: str) -> HttpResponse:
    """Out of sight."""
    worksheets.take_back(worksheet=_mine(request, worksheet_id), day=own_day(request))
    undo = reverse("worksheet-return", args=[worksheet_id])
    say(request, _("Taken back. It is deleted for good in 30 days."), undo=undo)
    return go("worksheets")


@require_POST
@signed_in
@once
def bring_back(request: Request, worksheet_id: str) -> HttpResponse:
    """As it was."""
    kept = Worksheet.objects.get_or_404(person=request.person, public_id=worksheet_id)
    worksheets.bring_back(worksheet=kept)
    return go("worksheet", worksheet_id)


def _mine(request: Request, worksheet_id: str) -> Worksheet:
    return Worksheet.objects.standing().get_or_404(person=request.person, public_id=worksheet_id)


def _sheet(name: str) -> Sheet:
    found = sheet_named(name)
    if found is None:
        raise Http404
    return found


def _title(worksheet: Worksheet) -> str:
    sheet = sheet_named(worksheet.sheet)
    return str(sheet.title) if sheet else _("A sheet that cannot be read")
