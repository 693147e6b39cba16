"""For hosts: who welcomes people, whom they ask, and how long a share may wait."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from openchair.greeting import serving
from openchair.greeting.forms import GreeterForm, PatienceForm
from openchair.greeting.models import Greeter, Patience
from openchair.greeting.policy import GROUP_POLICY
from openchair.groups.models import Group, Membership
from openchair.groups.policy import group_of
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.people.blocking import apart_from
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def greeters(request: Request, group_id: str) -> HttpResponse:
    """Those who welcome people, those who offered, and a form to ask somebody."""
    group = _hosted(request, group_id)
    people = Membership.objects.current().filter(group=group).apart(apart_from(request.person))
    could = people.filter(greeter=None, hosting=None).select_related("group", "person")
    form = GreeterForm(sent(request), members=sorted(could, key=lambda one: one.alias.casefold()))
    if form.is_valid():
        serving.ask(membership=form.chosen)
        say(request, _("%(alias)s is asked, and decides by themselves.") % {"alias": form.chosen.alias})
        return go("group-greeters", group_id)
    those = Greeter.objects.here().of_group(group).filter(membership__in=people)
    context = {"group": group, "form": form, "those": those, "patience": Patience.of(group)}
    return page(request, "greeting/greeters.html", UNPROCESSABLE if form.errors else 200, **context)


@require_POST
@signed_in
@once
def agree(request: Request, group_id: str, member_id: str) -> HttpResponse:
    """A host says yes to an offer."""
    group = _hosted(request, group_id)
    member = _member(request, group, member_id)
    found = serving.of(member)
    if found and found.has_offered:
        serving.agree(greeter=found)
        say(request, _("%(alias)s welcomes people here now.") % {"alias": member.alias})
    return go("group-greeters", group_id)


@require_POST
@signed_in
@once
def end(request: Request, group_id: str, member_id: str) -> HttpResponse:
    """A host ends it, or leaves an offer or a question be."""
    group = _hosted(request, group_id)
    serving.end(membership=_member(request, group, member_id))
    say(request, _("Done. Nobody is told, and nothing of it is kept."))
    return go("group-greeters", group_id)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def patience(request: Request, group_id: str) -> HttpResponse:
    """How long a share may wait here."""
    group = group_of(group_id)
    GROUP_POLICY.require(request.person, "patience.set", group)
    form = PatienceForm(sent(request), patience=Patience.of(group))
    if form.is_valid():
        hours = form.cleaned_data["hours"]
        Patience.objects.update_or_create(group=group, defaults={"hours": hours})
        say(request, _("Kept."))
        return go("group-greeters", group_id)
    return page(
        request, "greeting/patience.html", UNPROCESSABLE if form.errors else 200, group=group, form=form
    )


def _hosted(request: Request, group_id: str) -> Group:
    group = group_of(group_id)
    GROUP_POLICY.require(request.person, "greeters.choose", group)
    return group


def _member(request: Request, group: Group, member_id: str) -> Membership:
    people = Membership.objects.current().apart(apart_from(request.person))
    return people.select_related("group", "person").get_or_404(group=group, public_id=member_id)
