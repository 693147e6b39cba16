"""Looking back: for nobody but whoever wrote it."""

import json
from datetime import date, timedelta
from typing import Final

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openchair.checkins.forms.check_in import can_be_written
from openchair.checkins.looking_back import SPANS, first_of, shown
from openchair.checkins.models import CheckIn, HiddenReading
from openchair.checkins.month import month, month_named
from openchair.checkins.own_day import own_day
from openchair.checkins.privacy import rows_of
from openchair.checkins.reading import sentence
from openchair.kit.pages import go, page, say
from openchair.kit.sheets import Cell, sheet
from openchair.people.requests import Request, signed_in

ALL: Final = "all"
USUAL: Final = "30"
TWO_WEEKS: Final = 14  # days, which the sentence compares


@signed_in
def history(request: Request) -> HttpResponse:
    """Two plots over the time that was chosen, and a month of days."""
    today, span = own_day(request), _span(request)
    first = month_named(request.GET.get("month", ""), today)
    kept = list(CheckIn.objects.filter(person=request.person).between(_since(span, first, today), today))
    days, looked = {one.day: told for one in kept if (told := one.says)}, {one.day for one in kept}
    hidden = HiddenReading.objects.filter(person=request.person).exists()
    return page(
        request,
        "checkins/history.html",
        shown=shown(days, first_of(span, days, today), today),
        sentence="" if hidden else sentence(days, today),
        hidden=hidden,
        month=month(first, today, looked, lambda day: _way_to(day, looked, today)),
        span=span,
        spans=_spans(span),
    )


@signed_in
@require_POST
def hide(request: Request) -> HttpResponse:
    """No more sentences above the plots."""
    HiddenReading.objects.get_or_create(person=request.person)
    say(request, _("No more such notes."), undo=reverse("check-ins-notes"))
    return go("check-ins")


@signed_in
@require_POST
def show(request: Request) -> HttpResponse:
    """They may come back."""
    HiddenReading.objects.filter(person=request.person).delete()
    return go("check-ins")


@signed_in
def as_table(request: Request) -> HttpResponse:
    """All check-ins as CSV (RFC 4180)."""
    rows = rows_of(request.person)
    made = sheet([*rows[0]] if rows else ["day"], [[_cell(one) for one in row.values()] for row in rows])
    return _file(made, "text/csv; charset=utf-8", "csv")


@signed_in
def as_json(request: Request) -> HttpResponse:
    """All check-ins as JSON (RFC 8259)."""
    made = json.dumps([dict(row) for row in rows_of(request.person)], ensure_ascii=False, indent=1)
    return _file(f"{made}\n".encode(), "application/json", "json")


def _span(request: Request) -> str:
    asked = request.GET.get("span", USUAL)
    return asked if asked in {*SPANS, ALL} else USUAL


def _since(span: str, page_of_days: date, today: date) -> date | None:
    """The first day that any part of the page looks at; None for all there are."""
    if span == ALL:
        return None
    return min(today - timedelta(days=max(SPANS[span], TWO_WEEKS) - 1), page_of_days)


def _spans(span: str) -> list[tuple[str, str, bool]]:
    named = {"7": _("7 days"), "30": _("30 days"), "90": _("90 days"), ALL: _("All")}
    here = reverse("check-ins")
    return [(f"{here}?span={value}", words, value == span) for value, words in named.items()]


def _way_to(day: date, looked: set[date], today: date) -> str:
    if day in looked:
        return reverse("check-in-day", args=[str(day)])
    return f"{reverse('check-in')}?for={day}" if can_be_written(day, today) else ""


def _cell(value: object) -> Cell:
    return "" if value is None else str(value)


def _file(made: bytes, kind: str, ending: str) -> HttpResponse:
    return HttpResponse(
        made, content_type=kind, headers={"Content-Disposition": f'attachment; filename="notes.{ending}"'}
    )
