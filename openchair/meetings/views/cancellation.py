"""Calling one date off, and holding it after all."""

from datetime import datetime

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.meetings import cancelling
from openchair.meetings.cancelling import HasBegun
from openchair.meetings.forms import CancelForm
from openchair.meetings.models import Series
from openchair.meetings.views.finding import allowed, coming, membership
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@signed_in
@once
def cancel(request: Request, meeting_id: str, start: datetime) -> HttpResponse:
    """Hosts call a date off, with a reason if they like."""
    series = allowed(request, "date.cancel", meeting_id)
    if _is_off(series, start):
        return go("meeting", meeting_id)

    date = coming(request, series, start)
    form = CancelForm(sent(request))
    if form.is_valid():
        return _called_off(request, series, start, form.cleaned_data["why"])
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "meetings/cancel.html", status=status, form=form, series=series, date=date)


@require_POST
@signed_in
@once
def hold_again(request: Request, meeting_id: str, start: datetime) -> HttpResponse:
    """The date is held after all."""
    series = allowed(request, "date.cancel", meeting_id)
    for occurrence in series.occurrences.filter(starts_at=start):
        cancelling.hold_again(occurrence=occurrence)
    say(request, _("This date is held after all."))
    return go("meeting", meeting_id)


def _is_off(series: Series, start: datetime) -> bool:
    return series.occurrences.filter(starts_at=start, cancellation__isnull=False).exists()


def _called_off(request: Request, series: Series, start: datetime, why: str) -> HttpResponse:
    try:
        cancelling.cancel(series=series, start=start, by=membership(request, series), why=why)
    except HasBegun:
        say(request, _("This date has begun. It can no longer be called off."))
    else:
        undo = reverse("meeting-hold-again", args=[series.public_id, start])
        say(request, _("This date is called off. Everyone who opens the meeting's page sees it."), undo=undo)
    return go("meeting", series.public_id)
