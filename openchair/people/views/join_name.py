"""Joining, 2 of 4: a sign-in name, and words."""

from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.people import drafts, joining
from openchair.people.drafts import Draft
from openchair.people.forms import ChooseSignIn
from openchair.people.limits import Limit, take_from_network
from openchair.people.requests import Request, open_to_all
from openchair.people.views.in_a_moment import in_a_moment
from openchair.people.views.join_before import JOIN

BY_NETWORK = Limit("join, by network", 30, 60)


@open_to_all
def name(request: Request) -> HttpResponse:
    """Show the name and the offered words; choose them or one's own."""
    draft = drafts.read(request, JOIN)
    if draft is None:
        return too_late(request)
    form = ChooseSignIn(sent(request), offered=draft["offered"], about=[draft["handle"], request.place.name])
    if not form.is_valid():
        return page(
            request, "people/join_name.html", UNPROCESSABLE if form.is_bound else 200, form=form, draft=draft
        )
    if not take_from_network(BY_NETWORK, request):
        return in_a_moment(request)
    return on_with(joining.choose(draft, form.words, form.cleaned_data["mode"]), "join-codes")


@require_POST
@open_to_all
def another(request: Request) -> HttpResponse:
    """Another name and other words."""
    draft = drafts.read(request, JOIN)
    if draft is None:
        return too_late(request)
    return on_with(joining.another(draft, get_language() or "en"), "join-name")


def on_with(draft: Draft, to: str) -> HttpResponse:
    """The way to the next step, the draft with it."""
    answer = go(to)
    drafts.keep(answer, JOIN, draft)
    return answer


def too_late(request: Request) -> HttpResponse:
    """The draft is gone: it was too old, or there never was one."""
    if request.visitor is None:
        say(request, _("That took a while, so we begin again. Nothing was kept."))
    return go("join")
