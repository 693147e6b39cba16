"""A meeting ends, and may go on after all."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openchair.kit.pages import go, say
from openchair.meetings import scheduling
from openchair.meetings.views.finding import allowed
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_POST
@signed_in
@once
def end(request: Request, meeting_id: str) -> HttpResponse:
    """No more dates, at once; it can be undone."""
    scheduling.end(series=allowed(request, "meeting.end", meeting_id))
    say(
        request,
        _("This meeting has ended. It has no more dates."),
        undo=reverse("meeting-resume", args=[meeting_id]),
    )
    return go("meeting", meeting_id)


@require_POST
@signed_in
@once
def resume(request: Request, meeting_id: str) -> HttpResponse:
    """It goes on as it was."""
    scheduling.resume(series=allowed(request, "meeting.end", meeting_id))
    say(request, _("The meeting goes on."))
    return go("meeting", meeting_id)
