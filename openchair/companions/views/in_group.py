"""Companions in one group: who offers, offering oneself, and asking."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from openchair.companions import asking, offering
from openchair.companions.forms import AskForm, OfferForm
from openchair.groups.models import Membership
from openchair.groups.policy import door, mine_in
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.paths.saying import day
from openchair.people.limits import Limit, take
from openchair.people.once import once
from openchair.people.requests import Request, signed_in

ASKING = Limit("companion-ask", times=6, seconds=3600)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def offers(request: Request, group_id: str) -> HttpResponse:
    """Those who can be a companion; and "I can be one"."""
    group = door(request.person, "member.list", group_id)
    member = mine_in(group, request.person)
    mine = offering.mine(member)
    form = OfferForm(sent(request), capacity=mine.capacity if mine else 1)
    if form.is_valid():
        offering.offer(by=member, capacity=int(form.cleaned_data["capacity"]))
        say(request, _("People here see it for 14 days."))
        return go("group-companions", group.public_id)
    found = offering.offers_in(group, offering.others(request.person, group))
    until = day(mine.until.astimezone(request.zone).date()) if mine else ""
    context = {"group": group, "offers": found, "form": form, "until": until}
    return page(request, "companions/in_group.html", UNPROCESSABLE if form.errors else 200, **context)


@require_POST
@signed_in
@once
def take_back(request: Request, group_id: str) -> HttpResponse:
    """Not any more. Nothing is said about it to anybody."""
    group = door(request.person, "member.list", group_id)
    offering.take_back(by=mine_in(group, request.person))
    say(request, _("You are no longer listed."))
    return go("group-companions", group.public_id)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def ask(request: Request, group_id: str) -> HttpResponse:
    """Would you be my companion?"""
    group = door(request.person, "member.list", group_id)
    me, members = mine_in(group, request.person), offering.others(request.person, group)
    form = AskForm(sent(request), by=me, members=members, chosen=request.GET.get("member", ""))
    if form.is_valid() and _asked(me, form):
        say(request, _("Asked. If there is no answer, it ends by itself after 14 days."))
        return go("companions")
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "companions/ask.html", status, group=group, form=form)


def _asked(by: Membership, form: AskForm) -> bool:
    """False, with a line beside the field, when enough was asked already."""
    try:
        may = take(ASKING, str(by.person_id))
        done = may and asking.ask(by=by, other=form.chosen, called=form.word) is not None
    except asking.TooMany:
        done = False
    if not done:
        form.say_wait()
    return done
