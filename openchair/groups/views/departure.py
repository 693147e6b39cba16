"""Leaving a group, and coming back within thirty days."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openchair.groups import leaving
from openchair.groups.hosting import LastHost
from openchair.groups.policy import door, mine_in
from openchair.kit.pages import go, page, say
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_POST
@signed_in
@once
def leave(request: Request, group_id: str) -> HttpResponse:
    """Done at once, with a way back. The last host is told what to do first."""
    group = door(request.person, "group.leave", group_id)
    try:
        leaving.leave(membership=mine_in(group, request.person))
    except LastHost:
        return page(request, "groups/last_host.html", status=422, group=group, leaves=True)
    undo = reverse("group-return", args=[group.public_id])
    say(request, _("You left the group. For 30 days you can come back as you were."), undo=undo)
    return go("groups")


@require_POST
@signed_in
@once
def come_back(request: Request, group_id: str) -> HttpResponse:
    """As if one had not left."""
    group = door(request.person, "group.return", group_id)
    leaving.come_back(membership=group.memberships.get(person=request.person))
    say(request, _("Welcome back. Everything is as it was."))
    return go("group", group.public_id)
