"""Joining, 1 of 4: what is private here, and the house rules."""

from django.http import HttpResponse
from django.utils.translation import get_language

from openchair.kit.pages import go, page
from openchair.people import drafts, joining
from openchair.people.house_rules import HOUSE_RULES, VERSION
from openchair.people.invited import invited_to, was_invited
from openchair.people.local import local_path
from openchair.people.models import Place
from openchair.people.requests import Request, open_to_all

JOIN = "join"


@open_to_all
def before(request: Request) -> HttpResponse:
    """Read first; nothing is asked yet."""
    if request.visitor is not None:
        return go("today")
    if not _may_join(request):
        return page(request, "people/by_invitation.html", status=403 if request.method == "POST" else 200)
    if request.method != "POST":
        after = local_path(request.GET.get("next", ""))
        return page(request, "people/join_before.html", after=after, house_rules=HOUSE_RULES)
    after = local_path(request.POST.get("next", "")) or invited_to(request)
    answer = go("join-name")
    draft = drafts.read(request, JOIN) or joining.begin(get_language() or "en", after)
    drafts.keep(answer, JOIN, draft | {"rules": str(VERSION)})
    return answer


def _may_join(request: Request) -> bool:
    return request.place.joining == Place.Joining.ANYONE or was_invited(request)
