"""Me: what is one's own here."""

from django.http import HttpResponse

from openchair.kit.clock import now
from openchair.kit.pages import page
from openchair.people import codes, me_parts
from openchair.people.models import Stewardship
from openchair.people.requests import Request, here, signed_in


@signed_in
def me(request: Request) -> HttpResponse:
    """The way to each of them."""
    person = request.person
    return page(
        request,
        "people/me.html",
        person=person,
        codes_left=codes.left(person),
        few=codes.FEW,
        blocked=person.blocks.shown().count(),
        sessions=person.sessions.count(),
        passkeys=person.passkeys.count(),
        steward=Stewardship.objects.filter(person=person).exists(),
        powers=here(request).has_powers_at(now()),
        entries=me_parts.entries_of(request),
        parts=me_parts.Part,
    )
