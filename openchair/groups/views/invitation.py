"""What an invitation opens. Looking uses nothing up, and neither does opening; only coming in does."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openchair.groups.aliases import suggestions
from openchair.groups.forms import InvitedForm, RedeemForm
from openchair.groups.joining import InvitationShut, MustAsk
from openchair.groups.languages import language_name
from openchair.groups.models import Invitation
from openchair.groups.policy import membership_in
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.people import limits
from openchair.people.invited import forget_invitation, invited_by, mark_invited
from openchair.people.limits import Limit
from openchair.people.models import Person
from openchair.people.once import once
from openchair.people.requests import Request, open_to_all
from openchair.people.views.in_a_moment import in_a_moment

BY_NETWORK = Limit("open an invitation, by network", 20, 60)
BY_PERSON = Limit("open an invitation, by person", 10, 60)
GONE = 410


@require_http_methods(["GET", "HEAD", "POST"])
@open_to_all
def typed(request: Request) -> HttpResponse:
    """A page that names no group, the same for everyone. What a link holds behind its # comes by POST."""
    form = InvitedForm(sent(request))
    if not form.is_valid():
        return page(
            request, "groups/invitation_code.html", UNPROCESSABLE if form.is_bound else 200, form=form
        )
    if not _may_try(request):
        return in_a_moment(request)
    invitation = form.find()
    if invitation is None or not _opens(invitation, request.visitor):
        form.refuse()
        return page(request, "groups/invitation_code.html", UNPROCESSABLE, form=form)
    answer = go("invitation-group")
    mark_invited(answer, back_to=reverse("invitation-group"), which=invitation.public_id)
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@open_to_all
@once
def opened(request: Request) -> HttpResponse:
    """For a stranger a page that names no group; for somebody signed in the group and the way in."""
    which = Invitation.objects.select_related("group__closing").filter(public_id=invited_by(request))
    invitation = which.first()
    if invitation is None:
        return go("invitation")
    if request.visitor and membership_in(invitation.group, request.visitor):
        return _in(invitation)
    if not invitation.is_open:
        return _shut(request)
    if request.visitor is None:
        return page(request, "groups/invitation_stranger.html", here=request.path)
    return _guest(request, invitation, request.visitor)


def _may_try(request: Request) -> bool:
    by_network = limits.take_from_network(BY_NETWORK, request)
    return (request.visitor is None or limits.take(BY_PERSON, str(request.visitor.pk))) and by_network


def _opens(invitation: Invitation, visitor: Person | None) -> bool:
    """Whoever is in the group is led there, however old the invitation."""
    return invitation.is_open or membership_in(invitation.group, visitor) is not None


def _in(invitation: Invitation) -> HttpResponse:
    answer = go("group", invitation.group.public_id)
    forget_invitation(answer)
    return answer


def _shut(request: Request) -> HttpResponse:
    answer = page(request, "groups/invitation_shut.html", status=GONE)
    forget_invitation(answer)
    return answer


def _guest(request: Request, invitation: Invitation, person: Person) -> HttpResponse:
    group = invitation.group
    form = RedeemForm(sent(request), group=group, person=person)
    form.invitation = invitation
    try:
        came = form.is_valid() and form.save()
    except InvitationShut:
        return _shut(request)
    except MustAsk:
        return page(request, "groups/invitation_must_ask.html", status=UNPROCESSABLE, group=group)
    if came:
        say(request, _("You are in. Here you are %(alias)s.") % {"alias": form.cleaned_data["alias"]})
        return _in(invitation)
    context = {"group": group, "form": form, "names": suggestions(group)}
    context["language"] = language_name(group.language)
    return page(request, "groups/invitation.html", UNPROCESSABLE if form.errors else 200, **context)
