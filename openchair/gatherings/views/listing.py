"""A group's meetings that are open for days, and opening one."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from openchair.gatherings.forms import OpeningForm
from openchair.gatherings.models import Gathering
from openchair.gatherings.policy import GROUP_POLICY
from openchair.gatherings.showing import View
from openchair.groups.policy import group_of, mine_in
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.meetings.saying import zone_words
from openchair.people.once import once
from openchair.people.requests import Request, signed_in

MOST = 20


@require_safe
@signed_in
def gatherings(request: Request, group_id: str) -> HttpResponse:
    """The newest first, twenty on a page."""
    group = group_of(group_id)
    GROUP_POLICY.require(request.person, "gathering.list", group)
    mine = mine_in(group, request.person)
    found = Gathering.objects.filter(group=group)
    sheet = Paginator(found, MOST).get_page(request.GET.get("page"))
    views = [View(request.person, mine, one, request.zone) for one in sheet]
    return page(request, "gatherings/gatherings.html", group=group, views=views, sheet=sheet, me=mine)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def new(request: Request, group_id: str) -> HttpResponse:
    """A name, how long, from when."""
    group = group_of(group_id)
    GROUP_POLICY.require(request.person, "gathering.open", group)
    form = OpeningForm(sent(request), zone=request.zone)
    made = form.save(mine_in(group, request.person)) if form.is_valid() else None
    if made:
        say(request, _("It is there. Ask somebody to lead, or change the run-sheet, whenever you like."))
        return go("gathering", made.public_id)
    clock = zone_words(request.zone.key)
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "gatherings/new.html", status, group=group, form=form, clock=clock)
