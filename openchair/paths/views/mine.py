"""All of one's own paths."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from openchair.kit.pages import page
from openchair.paths import saying
from openchair.paths.models import Path
from openchair.paths.picture import pictures_of
from openchair.people.requests import Request, signed_in
from openchair.people.settling import home_of


@require_safe
@signed_in
def mine(request: Request) -> HttpResponse:
    """The ones that go on, then those that were put away."""
    pictures = pictures_of(request.person, request.place)
    return page(
        request,
        "paths/paths.html",
        going=[saying.face(one) for one in pictures if not one.reckoning.has_ended],
        away=[saying.face(one) for one in pictures if one.reckoning.has_ended],
        unreadable=Path.objects.of(request.person).count() - len(pictures),
        home=home_of(request.person, request.place),
    )
