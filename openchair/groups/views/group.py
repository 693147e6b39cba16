"""A group's page: what it is, when it meets, and for its people the way to everything else."""

from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Subquery, Value
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from openchair.groups.audience import people_in
from openchair.groups.days import day
from openchair.groups.languages import language_name
from openchair.groups.models import Acceptance, Agreement, Group, JoinRequest, Membership
from openchair.groups.page_parts import parts_of
from openchair.groups.policy import POLICY, door, membership_in
from openchair.groups.resting import rest_of
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
    inside = _inside(request, group, member, request.visitor) if member and request.visitor else {}
    context = {
        "group": group,
        "language": language_name(group.language),
        "audience_line": people_in(group),
        "parts": parts_of(request, group),
        "may_join": member is None and POLICY.allows(request.visitor, "group.join", group),
        "member": member,
    }
    return page(request, "groups/group.html", 200, **context, **inside)


def _inside(request: Request, group: Group, member: Membership, person: Person) -> dict[str, object]:
    apart = apart_from(person)
    hosts = Membership.objects.hosts().filter(group=group).apart(apart).order_by("hosting__since")
    return {"hosts": hosts, **_standing(request, group, member, apart)}


def _standing(request: Request, group: Group, member: Membership, apart: set[UUID]) -> dict[str, object]:
    """Whether they agreed to how it is here now, for hosts how many ask to join, and whether they rest."""
    latest = Agreement.objects.filter(group=group).order_by("-version").values("pk")
    agreed = Exists(Acceptance.objects.filter(membership=OuterRef("pk"), agreement__in=latest[:1]))
    asked = JoinRequest.objects.waiting().filter(group=group).apart(apart).order_by()
    number = Subquery(asked.values("group").annotate(number=Count("pk")).values("number"))
    mine = Membership.objects.filter(pk=member.pk)
    shown = mine.values_list(agreed, number if member.is_host else Value(0), "rest__pk")
    has_agreed, waiting, rests = shown.get()
    rest = rest_of(member.pk) if rests else None
    until = day(rest.until, request.zone) if rest else ""
    return {"has_agreed": has_agreed, "waiting": waiting or 0, "rest": rest, "rest_until": until}
