"""Who is here when, and stepping in."""

from datetime import datetime

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.kit.clock import now
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.roster import standing
from openchair.roster.forms import CarryingForm, HoursForm
from openchair.roster.models import Carrying, Shift
from openchair.roster.policy import door
from openchair.roster.rota import rota_for
from openchair.roster.showing import week_of
from openchair.roster.views.saying import hours_words


@require_safe
@signed_in
def roster(request: Request, group_id: str) -> HttpResponse:
    """The week to come."""
    me = door(request, "roster.use", group_id)
    rota = rota_for(request.person, me.group)
    week = week_of(rota, me, request.zone)
    told = {"held": rota.held_in_week(me, now()), "most": rota.most(me)}
    return page(request, "roster/roster.html", 200, group=me.group, week=week, **told)


@require_POST
@signed_in
@once
def ask(request: Request, group_id: str, shift_id: str, start: datetime) -> HttpResponse:
    """I cannot be here then."""
    me = door(request, "roster.use", group_id)
    try:
        standing.ask(by=me, shift_id=shift_id, start=start)
        say(request, _("The others are asked. Thank you for saying so."))
    except standing.NotThere:
        say(request, _("These hours are over, or were dropped. Nothing was changed."))
    return go("group-roster", group_id)


@require_POST
@signed_in
@once
def step_in(request: Request, group_id: str, shift_id: str, start: datetime) -> HttpResponse:
    """I will be here then."""
    me = door(request, "roster.use", group_id)
    try:
        standing.step_in(by=me, shift_id=shift_id, start=start)
        say(request, _("Thank you. You are here then."))
    except standing.NotThere:
        say(request, _("These hours are over, or were dropped. Nothing was changed."))
    except standing.Taken:
        say(request, _("Somebody was a moment quicker. Thank you."))
    except standing.TooMuch:
        say(request, _too_much())
    return go("group-roster", group_id)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def hours(request: Request, group_id: str) -> HttpResponse:
    """One's own hours, and a form for more."""
    me = door(request, "roster.use", group_id)
    form = HoursForm(sent(request))
    if form.is_valid():
        told = {"weekday": form.cleaned_data["weekday"], "minutes": form.cleaned_data["minutes"]}
        try:
            standing.be_here(membership=me, wall=form.wall, zone=request.zone.key, **told)
            say(request, _("Kept. Every week from now on, until you drop it."))
            return go("group-hours", group_id)
        except standing.TooMuch:
            form.add_error(None, _too_much())
    mine = Shift.objects.filter(membership=me).order_by("weekday", "wall")
    context = {"form": form, "mine": [(one, hours_words(one, request.zone)) for one in mine]}
    return page(
        request, "roster/hours.html", _status(form.errors), group=me.group, zone=request.zone, **context
    )


@require_POST
@signed_in
@once
def drop(request: Request, group_id: str, shift_id: str) -> HttpResponse:
    """Not any more."""
    standing.drop(membership=door(request, "roster.use", group_id), shift_id=shift_id)
    say(request, _("Dropped. Thank you for the hours you gave."))
    return go("group-hours", group_id)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def carrying(request: Request, group_id: str) -> HttpResponse:
    """How much, and when one is away."""
    me = door(request, "roster.use", group_id)
    today = now().astimezone(request.zone).date()
    form = CarryingForm(sent(request), carrying=Carrying.of(me), today=today)
    if form.is_valid():
        standing.carry(membership=me, most=form.cleaned_data["most"], away=form.away)
        say(request, _("Kept. Only you see this."))
        return go("group-roster", group_id)
    return page(request, "roster/carrying.html", _status(form.errors), group=me.group, form=form)


def _status(errors: object) -> int:
    return UNPROCESSABLE if errors else 200


def _too_much() -> str:
    return _(
        "That would be more than you said you would carry in a week. Leave it to somebody else, or say more."
    )
