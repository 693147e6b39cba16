"""People one does not want to meet."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openchair.kit.pages import go, page, say
from openchair.people.blocking import unblock
from openchair.people.requests import Request, signed_in


@signed_in
def show(request: Request) -> HttpResponse:
    """One's own blocks, under the names people had when they were met."""
    return page(request, "people/blocked.html", blocks=request.person.blocks.shown().order_by("-since"))


@require_POST
@signed_in
def end(request: Request, block_id: UUID) -> HttpResponse:
    """Take a block back."""
    unblock(person=request.person, block_id=block_id)
    say(request, _("You can meet again. They are not told."))
    return go("blocked")
