"""Who was told, or was to be told, is told no more."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openchair.days import confiding, waiting
from openchair.days.models import Confided, Later
from openchair.days.policy import door
from openchair.kit.pages import go, say
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_POST
@signed_in
@once
def not_later(request: Request, entry_id: str, later_id: str) -> HttpResponse:
    """They were not told yet, and will not be."""
    entry = door(request.person, "path.change", entry_id)
    waits = Later.objects.filter(entry=entry, public_id=later_id).first()
    if waits is None:
        raise Http404
    waiting.take_back(later=waits)
    say(request, _("Taken back. They are not told."))
    return go("moment", entry.public_id)


@require_POST
@signed_in
@once
def take_back(request: Request, entry_id: str, word_id: str) -> HttpResponse:
    """What one told them is gone from their pages."""
    entry = door(request.person, "path.change", entry_id)
    told = Confided.objects.filter(entry=entry, public_id=word_id).select_related("member__person").first()
    if told is None:
        raise Http404
    confiding.take_back(confided=told)
    say(request, _("Taken back. If they read it before, they may remember it."))
    return go("moment", entry.public_id)
