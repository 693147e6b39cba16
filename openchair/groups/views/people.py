"""Who is in the group: names, by the alphabet, and nothing else."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from openchair.groups.models import Membership
from openchair.groups.policy import door, mine_in
from openchair.kit.pages import page
from openchair.people.blocking import apart_from
from openchair.people.requests import Request, signed_in


@require_safe
@signed_in
def people(request: Request, group_id: str) -> HttpResponse:
    """No counts, no times, no order but the alphabet; people kept apart do not see each other."""
    group = door(request.person, "member.list", group_id)
    current = Membership.objects.current().filter(group=group).apart(apart_from(request.person))
    members = sorted(current.with_standing(), key=lambda one: one.alias.casefold())
    me = mine_in(group, request.person)
    return page(request, "groups/people.html", group=group, members=members, me=me)
