"""Removing a member, with a reason they will read; and taking that back."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from openchair.groups import leaving
from openchair.groups.forms import RemovalForm
from openchair.groups.models import Group, Membership
from openchair.groups.policy import door, mine_in
from openchair.kit.pages import go, page, say, sent
from openchair.people.blocking import apart_from
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def remove(request: Request, group_id: str, member_id: str) -> HttpResponse:
    """The reason first; then it is done, and can be undone."""
    group = door(request.person, "member.remove", group_id)
    member = _somebody_else(request, group, member_id)
    if member.is_host:
        return page(request, "groups/removal_of_host.html", group=group, member=member)
    form = RemovalForm(sent(request))
    if form.is_valid():
        by = mine_in(group, request.person)
        leaving.remove(membership=member, by=by, reason=form.cleaned_data["reason"])
        undo = reverse("group-readmission", args=[group.public_id, member.public_id])
        say(request, _("%(alias)s was removed.") % {"alias": member.alias}, undo=undo)
        return go("group-people", group.public_id)
    context = {"group": group, "member": member, "form": form}
    return page(request, "groups/removal.html", 422 if form.errors else 200, **context)


@require_POST
@signed_in
@once
def readmit(request: Request, group_id: str, member_id: str) -> HttpResponse:
    """The removal is taken back."""
    group = door(request.person, "member.remove", group_id)
    member = Membership.objects.get_or_404(group=group, public_id=member_id, departure__removal__isnull=False)
    leaving.readmit(membership=member)
    say(request, _("%(alias)s is in the group again.") % {"alias": member.alias})
    return go("group-people", group.public_id)


def _somebody_else(request: Request, group: Group, member_id: str) -> Membership:
    others = Membership.objects.current().apart(apart_from(request.person)).exclude(person=request.person)
    return others.with_standing().get_or_404(group=group, public_id=member_id)
