"""The numbers: of the whole place, and of one group."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from openchair.groups.models import Membership
from openchair.kit.pages import page
from openchair.people.requests import Request, signed_in
from openchair.together import saying
from openchair.together.policy import GROUP_POLICY, door


@require_safe
@signed_in
def together(request: Request) -> HttpResponse:
    """How many are here, as far as it is said, and the way to one's groups."""
    mine = Membership.objects.of(request.person).select_related("group")
    groups = sorted((one.group for one in mine), key=lambda one: one.name.casefold())
    lines, since = saying.lines_of(None), saying.since(request.zone)
    return page(request, "together/together.html", lines=lines, since=since, groups=groups)


@require_safe
@signed_in
def in_group(request: Request, group_id: str) -> HttpResponse:
    """The same of a group, and what its people do together."""
    group = door(request.person, "numbers.read", group_id)
    sees_sheet = GROUP_POLICY.allows(request.person, "sheet.read", group)
    lines, since = saying.lines_of(group), saying.since(request.zone)
    context = {"group": group, "lines": lines, "since": since, "sees_sheet": sees_sheet}
    return page(request, "together/in_group.html", 200, **context)
