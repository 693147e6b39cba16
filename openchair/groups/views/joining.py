"""The door of a group: open, or to knock at."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openchair.groups.aliases import suggestions
from openchair.groups.days import day
from openchair.groups.forms import AskForm, JoinForm
from openchair.groups.models import Group, JoinRequest, Removal
from openchair.groups.policy import door, membership_in
from openchair.kit.clock import now
from openchair.kit.pages import go, page, say, sent
from openchair.people.models import Person
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def join(request: Request, group_id: str) -> HttpResponse:
    """Come in, or ask; whoever asked already sees how that stands."""
    group = door(request.person, "group.join", group_id)
    if membership_in(group, request.person):
        return go("group", group_id)
    if asked := _still_asking(group, request.person):
        again = day(asked.ask_again_at, request.zone) if asked.ask_again_at else ""
        return page(request, "groups/asked.html", group=group, asked=asked, again=again)
    removal = Removal.objects.of(request.person).filter(departure__membership__group=group).first()
    asks = removal is not None or group.joining != Group.Joining.OPEN
    form = (AskForm if asks else JoinForm)(sent(request), group=group, person=request.person)
    if form.is_valid() and form.save():
        return _came(request, form, group)
    context = {"group": group, "form": form, "names": suggestions(group), "asks": asks, "removal": removal}
    return page(request, "groups/join.html", 422 if form.errors else 200, **context)


def _still_asking(group: Group, person: Person) -> JoinRequest | None:
    asked = JoinRequest.objects.filter(group=group, person=person).first()
    if asked and asked.ask_again_at and now() >= asked.ask_again_at:
        return None
    return asked


def _came(request: Request, form: AskForm | JoinForm, group: Group) -> HttpResponse:
    if isinstance(form, AskForm):
        return go("group-join", group.public_id)
    say(request, _("You are in. Here you are %(alias)s.") % {"alias": form.cleaned_data["alias"]})
    return go("group", group.public_id)
