"""Checking in, in one page; and the page of one day."""

from datetime import date

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openchair.checkins import checking_in
from openchair.checkins.finding import on, on_or_404
from openchair.checkins.forms.check_in import CheckInForm, can_be_written, shown
from openchair.checkins.models import Earlier
from openchair.checkins.own_day import clock_of, own_day
from openchair.checkins.saying import day_named, lines_of
from openchair.checkins.suggesting import suggestion
from openchair.checkins.told import Told
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.people.once import once
from openchair.people.requests import Request, signed_in

EVENING = 17  # o'clock: from then on looking back stands open


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def check_in(request: Request) -> HttpResponse:
    """One page and one act; again on the same day it shows what was told, and changes it."""
    today = own_day(request)
    day = _asked_for(request, today)
    form = CheckInForm(sent(request), today=today, initial=shown(_told_on(request, day)))
    if form.is_valid():
        return _kept(request, form)
    if form.is_bound:
        day = form.cleaned_data.get("day", today)
    context = {"form": form, "day": day, "named": day_named(day, today)}
    context["late"] = day != today or clock_of(request).hour >= EVENING
    return page(request, "checkins/check_in.html", UNPROCESSABLE if form.errors else 200, **context)


@signed_in
def day(request: Request, day: date) -> HttpResponse:
    """What was told for one day; right after saving, thanks and one suggestion at most."""
    kept, today = on_or_404(request.person, day), own_day(request)
    told = kept.says
    return page(
        request,
        "checkins/day.html",
        readable=told is not None,
        lines=lines_of(told) if told else [],
        day=day,
        named=day_named(day, today),
        fresh=day == today,
        undoes=Earlier.objects.filter(person=request.person, day=day).exists(),
        changes=can_be_written(day, today),
        suggestion=suggestion(told) if told and day == today else None,
    )


@require_http_methods(["POST"])
@signed_in
@once
def take_back(request: Request, day: date) -> HttpResponse:
    """As if it had not been written; for thirty days it can be brought back."""
    if not checking_in.take_back(person=request.person, day=day):
        raise Http404
    say(request, _("Taken back. It is deleted for good in 30 days."), undo=undo_of(day))
    return go("check-ins")


@require_http_methods(["POST"])
@signed_in
@once
def bring_back(request: Request, day: date) -> HttpResponse:
    """What stood there before the last change."""
    if not checking_in.bring_back(person=request.person, day=day):
        raise Http404
    say(request, _("This is what stood here before."), undo=undo_of(day))
    return go("check-in-day", str(day))


def undo_of(day: date) -> str:
    """The address that brings back what stood there before."""
    return reverse("check-in-undo", args=[str(day)])


def _kept(request: Request, form: CheckInForm) -> HttpResponse:
    day: date = form.cleaned_data["day"]
    told = form.told(_told_on(request, day), clock_of(request).strftime("%H:%M"))
    checking_in.check_in(person=request.person, day=day, told=told)
    if day != own_day(request):
        say(request, _("Saved. Thank you for looking."))
    return go("check-in-day", str(day))


def _told_on(request: Request, day: date) -> Told | None:
    kept = on(request.person, day)
    return kept.says if kept else None


def _asked_for(request: Request, today: date) -> date:
    """The day a page was opened for: today, unless its address names another that can be written."""
    try:
        day = date.fromisoformat(request.GET.get("for", ""))
    except ValueError:
        return today
    return day if can_be_written(day, today) else today
