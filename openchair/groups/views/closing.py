"""Ending a group, and opening it again."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from openchair.groups import leaving
from openchair.groups.policy import door, mine_in
from openchair.kit.pages import go, page, say
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def close(request: Request, group_id: str) -> HttpResponse:
    """A page that says what happens; then the group is out of sight."""
    group = door(request.person, "group.close", group_id)
    if request.method != "POST":
        return page(request, "groups/closing.html", group=group)
    leaving.close(group=group, by=mine_in(group, request.person))
    undo = reverse("group-reopening", args=[group.public_id])
    say(request, _("The group is closed. For 30 days a host can open it again."), undo=undo)
    return go("groups")


@require_POST
@signed_in
@once
def reopen(request: Request, group_id: str) -> HttpResponse:
    """As if it had not been closed."""
    group = door(request.person, "group.reopen", group_id)
    leaving.reopen(group=group)
    say(request, _("The group is open again."))
    return go("group", group.public_id)
