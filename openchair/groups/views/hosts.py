"""Who runs the group."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from openchair.groups import hosting, vanishing
from openchair.groups.forms import HostForm
from openchair.groups.models import Membership
from openchair.groups.policy import door, mine_in
from openchair.kit.pages import go, page, say, sent
from openchair.people.blocking import apart_from
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def hosts(request: Request, group_id: str) -> HttpResponse:
    """The hosts, and a form to make a member one of them."""
    group = door(request.person, "hosting.give", group_id)
    people = Membership.objects.current().filter(group=group).apart(apart_from(request.person))
    members = people.filter(hosting=None)
    form = HostForm(sent(request), members=sorted(members, key=lambda one: one.alias.casefold()))
    if form.is_valid():
        hosting.make_host(membership=form.chosen)
        say(request, _("%(alias)s is a host now.") % {"alias": form.chosen.alias})
        return go("group-hosts", group.public_id)
    those = people.hosts().order_by("hosting__since")
    context = {"group": group, "form": form, "hosts": those, "me": request.person.pk}
    return page(request, "groups/hosts.html", 422 if form.errors else 200, **context)


@require_POST
@signed_in
@once
def resign(request: Request, group_id: str) -> HttpResponse:
    """A host is a member again. The last one is told what to do first."""
    group = door(request.person, "hosting.lay_down", group_id)
    member = mine_in(group, request.person)
    try:
        hosting.step_back(membership=member)
    except hosting.LastHost:
        return page(request, "groups/last_host.html", status=422, group=group, leaves=False)
    say(request, _("You are a member again. Thank you for hosting."))
    return go("group", group.public_id)


@require_POST
@signed_in
@once
def say_yes(request: Request, group_id: str) -> HttpResponse:
    """Whoever looks after the group for now goes on doing so."""
    group = door(request.person, "hosting.lay_down", group_id)
    vanishing.say_yes(membership=mine_in(group, request.person))
    say(request, _("Thank you for hosting."))
    return go("group", group.public_id)
