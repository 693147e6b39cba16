"""About a line of another who welcomes people: mute, block, or tell the hosts, two taps from the words."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from openchair.groups.views.turning_from import block_writer, mute_writer
from openchair.kit.pages import go
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.roster.debriefing import line_of_another
from openchair.roster.models import Debrief
from openchair.roster.policy import door
from openchair.roster.subject import subject_of
from openchair.safety.views.about_words import Ways, about_page, told_before


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def about(request: Request, group_id: str, line_id: str) -> HttpResponse:
    """As of a share. Telling puts the line out of one's sight."""
    me = door(request, "roster.use", group_id)
    before = told_before(request, line_id)
    if before:
        return before
    line = line_of_another(me, line_id)
    return about_page(request, subject_of(line), _ways(line))


@require_POST
@signed_in
@once
def mute(request: Request, group_id: str, line_id: str) -> HttpResponse:
    """Nothing more of who wrote it, one way."""
    line = line_of_another(door(request, "roster.use", group_id), line_id)
    mute_writer(request, line.membership)
    return go("group-debrief", group_id)


@require_POST
@signed_in
@once
def block(request: Request, group_id: str, line_id: str) -> HttpResponse:
    """Neither sees the other any more."""
    line = line_of_another(door(request, "roster.use", group_id), line_id)
    block_writer(request, line.membership)
    return go("group-debrief", group_id)


def _ways(line: Debrief) -> Ways:
    args = [line.group.public_id, line.public_id]
    here, mute_it, block_it = (
        reverse(f"group-debrief-{one}", args=args) for one in ("about", "mute", "block")
    )
    back = reverse("group-debrief", args=args[:1])
    return Ways(here, "", mute_it, block_it, back, _("Among ourselves"), line.membership.alias)
