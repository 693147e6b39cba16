"""Readings of one date, claimed and given back."""

from datetime import datetime

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from openchair.kit.pages import go, say
from openchair.meetings import claiming
from openchair.meetings.claiming import TIME, Enough, NotRead, Taken
from openchair.meetings.views.finding import allowed, membership
from openchair.people.once import once
from openchair.people.requests import Request, signed_in

ENOUGH = gettext_lazy(
    "Thank you. You have two things at this meeting already; the others are left to somebody else."
)


@require_POST
@signed_in
@once
def claim(request: Request, meeting_id: str, start: datetime, reading: str) -> HttpResponse:
    """A member will read it."""
    series = allowed(request, "reading.claim", meeting_id)
    try:
        claiming.claim(series=series, start=start, membership=membership(request, series), reading=reading)
    except Taken:
        say(request, _("Somebody else will read this one."))
    except Enough:
        say(request, str(ENOUGH))
    except NotRead:
        say(request, _("This reading is not part of that date any more."))
    else:
        _thank(request, reverse("meeting-reading-back", args=[meeting_id, start, reading]), reading)
    return go("meeting", meeting_id, anchor="readings")


@require_POST
@signed_in
@once
def give_back(request: Request, meeting_id: str, start: datetime, reading: str) -> HttpResponse:
    """Somebody else may read it."""
    series = allowed(request, "reading.claim", meeting_id)
    mine = membership(request, series)
    claiming.give_back(series=series, start=start, membership=mine, reading=reading)
    say(request, _("This reading is free again."))
    return go("meeting", meeting_id, anchor="readings")


def _thank(request: Request, undo: str, reading: str) -> None:
    thanks = (
        _("Thank you. You will keep time.") if reading == TIME else _("Thank you. You will read this one.")
    )
    say(request, thanks, undo=undo)
