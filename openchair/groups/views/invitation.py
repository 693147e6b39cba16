"""What an invitation link opens. Looking uses nothing up; only the form does."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openchair.groups.aliases import suggestions
from openchair.groups.forms import RedeemForm
from openchair.groups.joining import InvitationShut, MustAsk, Shut, why_shut
from openchair.groups.languages import language_name
from openchair.groups.models import Invitation
from openchair.groups.policy import membership_in
from openchair.kit.pages import go, page, say, sent
from openchair.people.invited import mark_invited
from openchair.people.once import once
from openchair.people.requests import Request, open_to_all

GONE = 410


@require_http_methods(["GET", "HEAD", "POST"])
@open_to_all
@once
def redeem(request: Request, token: str) -> HttpResponse:
    """For a stranger a page that names no group; for somebody signed in the group and the way in."""
    invitation = Invitation.find(token)
    if invitation is None:
        raise Http404
    if request.visitor and membership_in(invitation.group, request.visitor):
        return go("group", invitation.group.public_id)
    if why := why_shut(invitation):
        return _shut(request, why)
    if request.visitor is None:
        return _stranger(request)
    return _guest(request, invitation)


def _shut(request: Request, why: Shut) -> HttpResponse:
    return page(request, "groups/invitation_shut.html", status=GONE, why=why.value)


def _stranger(request: Request) -> HttpResponse:
    answer = page(request, "groups/invitation_stranger.html", here=request.path)
    mark_invited(answer, back_to=request.path)
    return answer


def _guest(request: Request, invitation: Invitation) -> HttpResponse:
    group, person = invitation.group, request.visitor
    if person is None:
        raise Http404
    form = RedeemForm(sent(request), group=group, person=person)
    form.invitation = invitation
    try:
        came = form.is_valid() and form.save()
    except InvitationShut as shut:
        return _shut(request, shut.why)
    except MustAsk:
        return page(request, "groups/invitation_must_ask.html", status=422, group=group)
    if came:
        say(request, _("You are in. Here you are %(alias)s.") % {"alias": form.cleaned_data["alias"]})
        return go("group", group.public_id)
    context = {"group": group, "form": form, "names": suggestions(group)}
    context["language"] = language_name(group.language)
    return page(request, "groups/invitation.html", 422 if form.errors else 200, **context)
