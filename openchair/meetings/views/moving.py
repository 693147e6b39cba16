"""One date at another time."""

from datetime import datetime

from django.http import HttpResponse
from django.utils.translation import gettext as _

from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.meetings import saying
from openchair.meetings.forms import MoveForm
from openchair.meetings.views.finding import allowed, coming
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@signed_in
@once
def move(request: Request, meeting_id: str, start: datetime) -> HttpResponse:
    """Hosts hold this date at another time; the readings claimed for it go with it."""
    series = allowed(request, "date.move", meeting_id)
    date = coming(request, series, start)

    form = MoveForm(sent(request), series=series, start=start)
    if form.is_valid() and form.save():
        say(request, _("This date is moved."))
        return go("meeting", meeting_id)
    zone = saying.zone_words(series.zone)
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "meetings/move.html", status=status, form=form, series=series, date=date, clock=zone)
