"""Who serves in this meeting: asked, taken up, given back."""

from django.http import Http404, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from openchair.gatherings import serving
from openchair.gatherings.forms import AskForm
from openchair.gatherings.models import Role
from openchair.gatherings.policy import POLICY
from openchair.gatherings.showing import View
from openchair.gatherings.views.finding import allowed
from openchair.groups.models import Membership
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.people.blocking import apart_from
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def roles(request: Request, gathering_id: str) -> HttpResponse:
    """All parts; whoever has the chair asks somebody here."""
    view = allowed(request, "gathering.read", gathering_id)
    form = AskForm(_asking(request, view), members=_members(view) if view.runs else [])
    if form.is_valid():
        part = form.cleaned_data["part"]
        serving.ask(gathering=view.gathering, membership=form.chosen, part=part)
        say(request, _("%(alias)s is asked, and decides by themselves.") % {"alias": form.chosen.alias})
        return go("gathering-roles", gathering_id)
    context = {"view": view, "gathering": view.gathering, "group": view.gathering.group, "form": form}
    return page(request, "gatherings/roles.html", UNPROCESSABLE if form.errors else 200, **context)


@require_POST
@signed_in
@once
def claim(request: Request, gathering_id: str, part: str) -> HttpResponse:
    """One tap, for what is free."""
    view = allowed(request, "gathering.serve", gathering_id)
    if part not in serving.FREE:
        raise Http404
    if view.gathering.is_over:
        say(request, _("The meeting has closed. Thank you all the same."))
    elif serving.claim(gathering=view.gathering, membership=view.mine, part=part):
        say(request, _("Thank you. You can give it back at any time."))
    else:
        say(request, _("Somebody else was quicker. Thank you all the same."))
    return go("gathering-roles", gathering_id)


@require_POST
@signed_in
@once
def say_yes(request: Request, gathering_id: str, part: str) -> HttpResponse:
    """They take what they were asked for."""
    view = allowed(request, "gathering.serve", gathering_id)
    serving.say_yes(role=_role(view, part, membership=view.mine, since=None))
    say(request, _("Thank you. You can give it back at any time."))
    return go("gathering", gathering_id)


@require_POST
@signed_in
@once
def give_back(request: Request, gathering_id: str, part: str) -> HttpResponse:
    """One's own part, or an answer of no."""
    view = allowed(request, "gathering.serve", gathering_id)
    serving.end(role=_role(view, part, membership=view.mine))
    say(request, _("Done. Nothing of it is kept."))
    return go("gathering-roles", gathering_id)


@require_POST
@signed_in
@once
def relieve(request: Request, gathering_id: str, part: str) -> HttpResponse:
    """Whoever has the chair asks no more, or takes a part back."""
    view = allowed(request, "gathering.run", gathering_id)
    asked = Role.objects.asked().filter(gathering=view.gathering, part=part).exists()
    serving.end(role=_role(view, part, since__isnull=asked))
    say(request, _("Done. Nothing of it is kept."))
    return go("gathering-roles", gathering_id)


def _asking(request: Request, view: View) -> QueryDict | None:
    if request.method == "POST":
        POLICY.require(request.person, "gathering.run", view.gathering)
    return None if view.gathering.is_over else sent(request)


def _members(view: View) -> list[Membership]:
    people = Membership.objects.current().filter(group=view.gathering.group).apart(apart_from(view.person))
    return sorted(people.select_related("person"), key=lambda one: one.alias.casefold())


def _role(view: View, part: str, **which: object) -> Role:
    found = Role.objects.here().filter(gathering=view.gathering, part=part, **which)
    role = found.select_related("gathering", "membership__person").order_by("since").first()
    if role is None:
        raise Http404
    return role
