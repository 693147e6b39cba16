"""For every member: whether they may be asked, and whether they would welcome people."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from openchair.greeting import offering, serving
from openchair.greeting.forms import WillingForm
from openchair.greeting.models import Small
from openchair.greeting.policy import GROUP_POLICY
from openchair.greeting.small import at_meeting, say_hello
from openchair.groups.models import Membership
from openchair.groups.policy import group_of, mine_in
from openchair.kit.pages import UNPROCESSABLE, SeeOther, go, page, say, sent
from openchair.kit.ways import way
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def helping(request: Request, group_id: str) -> HttpResponse:
    """One's own, in one group."""
    me = _me(request, group_id)
    willing = offering.willing(me)
    form = WillingForm(sent(request), kept=willing)
    if form.is_valid():
        offering.be_willing(membership=me, most=form.cleaned_data["most"], small=form.chosen)
        say(request, _("Kept. Only you see this."))
        return go("group-helping", group_id)
    context = {"group": me.group, "me": me, "form": form, "greeter": serving.of(me)}
    liked = (willing.small if willing else []) or list(Small)
    context |= {"hello": Small.HELLO in liked, "free": at_meeting(me.group, request.zone, liked)}
    return page(request, "greeting/helping.html", UNPROCESSABLE if form.errors else 200, **context)


@require_POST
@signed_in
@once
def hello(request: Request, group_id: str) -> HttpResponse:
    """One person who waits, and the field to write in."""
    me = _me(request, group_id)
    share = say_hello(by=me)
    if share is None:
        say(request, _("There is nobody for you to answer just now. Thank you for asking."))
        return go("group-helping", group_id)
    say(request, _("Thank you. Nobody has answered this yet, and for half an hour it is kept for you."))
    return SeeOther(f"{way('share', share.public_id)}?begin=")


@require_POST
@signed_in
@once
def offer(request: Request, group_id: str) -> HttpResponse:
    """I would like to welcome people; to a host who asked, it is a yes."""
    found = serving.offer(membership=_me(request, group_id))
    say(request, _("Thank you.") if found.stands else _("Thank you. The hosts see that you offered."))
    return go("group-helping", group_id)


@require_POST
@signed_in
@once
def end(request: Request, group_id: str) -> HttpResponse:
    """Not any more, or not now."""
    serving.end(membership=_me(request, group_id))
    say(request, _("Done. Nobody is told, and nothing of it is kept."))
    return go("group-helping", group_id)


def _me(request: Request, group_id: str) -> Membership:
    group = group_of(group_id)
    GROUP_POLICY.require(request.person, "help.choose", group)
    me = mine_in(group, request.person)
    me.group, me.person = group, request.person
    return me
