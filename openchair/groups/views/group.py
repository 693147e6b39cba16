"""A group's page: what it is, when it meets, and for its people the way to everything else."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from openchair.groups.audience import people_in
from openchair.groups.languages import language_name
from openchair.groups.models import Acceptance, Group, JoinRequest, Membership
from openchair.groups.page_parts import parts_of
from openchair.groups.policy import POLICY, door, membership_in
from openchair.kit.pages import page
from openchair.people.blocking import apart_from
from openchair.people.models import Person
from openchair.people.requests import Request, open_to_all


@require_safe
@open_to_all
def show(request: Request, group_id: str) -> HttpResponse:
    """For members everything; for others of a listed group what its hosts show to everyone."""
    group = door(request.visitor, "group.read", group_id)
    member = membership_in(group, request.visitor)
    inside = _inside(group, member, request.visitor) if member and request.visitor else {}
    context = {
        "group": group,
        "language": language_name(group.language),
        "audience_line": people_in(group),
        "parts": parts_of(request, group),
        "may_join": member is None and POLICY.allows(request.visitor, "group.join", group),
        "member": member,
    }
    return page(request, "groups/group.html", 200, **context, **inside)


def _inside(group: Group, member: Membership, person: Person) -> dict[str, object]:
    apart = apart_from(person)
    asked = JoinRequest.objects.waiting().filter(group=group).apart(apart)
    return {
        "hosts": Membership.objects.hosts().filter(group=group).apart(apart).order_by("hosting__since"),
        "has_agreed": Acceptance.objects.filter(membership=member, agreement=group.agreement).exists(),
        "waiting": asked.count() if member.is_host else 0,
    }
