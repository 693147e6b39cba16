"""A thread of those who welcome people."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from openchair.groups.days import day
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.meetings import saying
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.roster import debriefing
from openchair.roster.forms import DebriefForm
from openchair.roster.policy import door


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def debrief(request: Request, group_id: str) -> HttpResponse:
    """The last thirty days, the oldest first, and a field."""
    me = door(request, "roster.use", group_id)
    form = DebriefForm(sent(request), by=me)
    if form.is_valid():
        debriefing.add(by=me, words=form.cleaned_data["words"])
        say(request, _("Said. It stands here for thirty days."))
        return go("group-debrief", group_id)
    zone = request.zone
    lines = [(one, f"{day(one.at, zone)}, {saying.hour(one.at, zone)}") for one in debriefing.lines_for(me)]
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "roster/debrief.html", status, group=me.group, me=me, form=form, lines=lines)


@require_POST
@signed_in
@once
def take_back(request: Request, group_id: str, line_id: str) -> HttpResponse:
    """One's own line; a host takes away another's too."""
    debriefing.take_back(by=door(request, "roster.use", group_id), line_id=line_id)
    say(request, _("The line is gone from here."))
    return go("group-debrief", group_id)
