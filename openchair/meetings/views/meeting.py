"""The page of one meeting, and its planning."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from openchair.groups.models import Group
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.meetings.forms import MeetingForm
from openchair.meetings.meeting_page import page_of
from openchair.meetings.policy import POLICY
from openchair.meetings.views.finding import allowed, known
from openchair.people.once import once
from openchair.people.requests import Request, open_to_all, signed_in


@open_to_all
def meeting(request: Request, meeting_id: str) -> HttpResponse:
    """When, how to get in, what to expect."""
    series = known(request, meeting_id)
    return page(request, "meetings/meeting.html", it=page_of(series, request.visitor, request.zone))


@signed_in
@once
def new(request: Request, group_id: str) -> HttpResponse:
    """Hosts plan a meeting."""
    group = Group.objects.visible_to(request.person).get_or_404(public_id=group_id)
    POLICY.require(request.person, "meeting.schedule", group)

    form = MeetingForm(sent(request), group=group, zone=request.zone.key)
    if form.is_valid() and (series := form.save()):
        say(request, _("The meeting is planned."))
        return go("meeting", series.public_id)
    return page(request, "meetings/new.html", status=_status(form), form=form, group=group)


@signed_in
@once
def edit(request: Request, meeting_id: str) -> HttpResponse:
    """Hosts change the plan."""
    series = allowed(request, "meeting.change", meeting_id)

    form = MeetingForm(sent(request), group=series.group, series=series)
    if form.is_valid() and form.save():
        say(request, _("The meeting is changed."))
        return go("meeting", meeting_id)
    return page(request, "meetings/edit.html", status=_status(form), form=form, series=series)


def _status(form: MeetingForm) -> int:
    return UNPROCESSABLE if form.errors else 200
