"""Who asks to join, and the hosts' answers."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from openchair.groups import joining
from openchair.groups.models import Group, JoinRequest
from openchair.groups.policy import door
from openchair.kit.pages import go, page, say
from openchair.people.blocking import apart_from
from openchair.people.models import Person
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_safe
@signed_in
def waiting(request: Request, group_id: str) -> HttpResponse:
    """The longest waiting first."""
    group = door(request.person, "request.answer", group_id)
    asked = JoinRequest.objects.waiting().filter(group=group).apart(apart_from(request.person))
    return page(request, "groups/requests.html", group=group, asked=asked.order_by("asked_at"))


@require_POST
@signed_in
@once
def accept(request: Request, group_id: str, asked_id: str) -> HttpResponse:
    """They are in."""
    group = door(request.person, "request.answer", group_id)
    member = joining.accept(asked=_asked(group, request.person, asked_id))
    say(request, _("%(alias)s is in the group now.") % {"alias": member.alias})
    return go("group-requests", group.public_id)


@require_POST
@signed_in
@once
def decline(request: Request, group_id: str, asked_id: str) -> HttpResponse:
    """Not now."""
    group = door(request.person, "request.answer", group_id)
    joining.decline(asked=_asked(group, request.person, asked_id))
    say(request, _("Answered: not now. They can ask again after 30 days."))
    return go("group-requests", group.public_id)


def _asked(group: Group, host: Person, asked_id: str) -> JoinRequest:
    standing = JoinRequest.objects.waiting().filter(group=group).apart(apart_from(host))
    found = standing.select_related("person", "group", "agreement").filter(public_id=asked_id).first()
    if found is None:
        raise Http404
    return found
