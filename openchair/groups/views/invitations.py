"""The invitations of a group."""

from functools import partial

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from openchair.groups import inviting
from openchair.groups.days import day
from openchair.groups.models import Group, Invitation
from openchair.groups.policy import door, mine_in
from openchair.kit.pages import go, page, say
from openchair.people import drafts
from openchair.people.once import once
from openchair.people.requests import Request, signed_in

_SHOWN_FOR = 60  # seconds: link and code travel once, sealed, from the act to the page that shows it


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def invitations(request: Request, group_id: str) -> HttpResponse:
    """The invitations that work; one more is made by POST, its link and code shown once."""
    group = door(request.person, "invitation.make", group_id)
    if request.method == "POST":
        return _make(request, group)
    fresh = drafts.read(request, _purpose(group))
    where = request.build_absolute_uri(reverse("invitation"))
    open_ones = Invitation.objects.open().filter(group=group).select_related("made_by").order_by("expires_at")
    shown = {"fresh": fresh, "where": where, "invitations": open_ones, "day": partial(day, zone=request.zone)}
    answer = page(request, "groups/invitations.html", 200, group=group, **shown)
    drafts.forget(answer, _purpose(group))
    return answer


@require_POST
@signed_in
@once
def revoke(request: Request, group_id: str, made_id: str) -> HttpResponse:
    """It lets nobody in any more."""
    group = door(request.person, "invitation.make", group_id)
    made = Invitation.objects.filter(group=group, public_id=made_id).first()
    if made is None:
        raise Http404
    inviting.revoke(invitation=made)
    say(request, _("The invitation no longer works."))
    return go("group-invitations", group.public_id)


def _make(request: Request, group: Group) -> HttpResponse:
    _invitation, told = inviting.invite(group=group, by=mine_in(group, request.person))
    answer = go("group-invitations", group.public_id)
    drafts.keep(answer, _purpose(group), told._asdict(), _SHOWN_FOR)
    return answer


def _purpose(group: Group) -> str:
    return f"link-{group.public_id}"
