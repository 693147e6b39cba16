"""The thread: where the meeting is, what was said, and who has not been answered."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from openchair.gatherings import writing
from openchair.gatherings.models import Role
from openchair.gatherings.seeing import turns_for
from openchair.gatherings.showing import MOST, View
from openchair.gatherings.streams import target_of
from openchair.gatherings.views.finding import allowed
from openchair.kit.pages import SeeOther, page
from openchair.people.requests import Request, signed_in
from openchair.shares.models import Response


@require_safe
@signed_in
def gathering(request: Request, gathering_id: str) -> HttpResponse:
    """The step that stands, the turns, and below them a way to write or the closing words."""
    view = allowed(request, "gathering.read", gathering_id)
    lines, sheet = view.sheet(request.GET.get("page"))
    context = {"view": view, "gathering": view.gathering, "group": view.gathering.group, "lines": lines}
    context |= {"sheet": sheet, "signs": Response.signs(), "new": view.first_new()}
    context |= {"draft": writing.draft_of(view.gathering, view.mine), "target": target_of(view.gathering)}
    return page(request, "gatherings/gathering.html", 200, **context, leads=_leads(view))


@require_safe
@signed_in
def newest(request: Request, gathering_id: str) -> HttpResponse:
    """To the end of the thread."""
    view = allowed(request, "gathering.read", gathering_id)
    many = turns_for(view.reader, view.gathering).count()
    here = reverse("gathering", args=[gathering_id])
    return SeeOther(f"{here}?page={max(1, -(-many // MOST))}#end")


@require_safe
@signed_in
def unanswered(request: Request, gathering_id: str) -> HttpResponse:
    """For whoever looks after the meeting: so that nobody is left in silence."""
    view = allowed(request, "gathering.greet", gathering_id)
    context = {"view": view, "gathering": view.gathering, "group": view.gathering.group}
    return page(request, "gatherings/unanswered.html", 200, **context, cards=view.waiting)


def _leads(view: View) -> bool:
    return view.holds(Role.Part.LEAD) and writing.will_lead(view.gathering, view.mine)
