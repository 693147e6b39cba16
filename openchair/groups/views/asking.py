"""Taking back a request to join."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openchair.groups import joining
from openchair.groups.models import JoinRequest
from openchair.groups.policy import door
from openchair.kit.pages import go, say
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_POST
@signed_in
@once
def withdraw(request: Request, group_id: str) -> HttpResponse:
    """The hosts no longer see it."""
    group = door(request.person, "group.join", group_id)
    asked = JoinRequest.objects.waiting().filter(group=group, person=request.person).first()
    if asked:
        joining.take_back(asked=asked)
    say(request, _("You no longer ask to join."))
    return go("groups")
