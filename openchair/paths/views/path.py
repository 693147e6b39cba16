"""One path: its numbers, its runs, and what can be done with it."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from openchair.kit.pages import page
from openchair.paths import saying
from openchair.paths.page import runs_of, shares_of
from openchair.paths.policy import door
from openchair.paths.views.drawn import drawn
from openchair.people.requests import Request, signed_in


@require_safe
@signed_in
def path(request: Request, path_id: str) -> HttpResponse:
    """Everything that its owner asked to see."""
    it = drawn(request, door(request.person, "path.read", path_id))
    return page(
        request,
        "paths/path.html",
        it=it,
        face=saying.face(it),
        began=saying.dated(it.start.on, it.start.precision),
        longest=saying.days(it.reckoning.longest),
        shares=shares_of(it),
        runs=runs_of(it),
        saved=saying.saved(it),
        chips=len(it.reached),
    )
