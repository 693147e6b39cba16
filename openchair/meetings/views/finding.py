"""The doors of this app's views: from the person who asks to the meeting they ask about."""

from datetime import UTC, datetime

from django.http import Http404

from openchair.groups.models import Membership
from openchair.meetings.meeting_page import Date, date_at
from openchair.meetings.models import Occurrence, Series
from openchair.meetings.policy import POLICY
from openchair.people.requests import Request

_STAMP = "%Y%m%dT%H%MZ"


class StartConverter:
    """A date of a meeting in an address, by its start in UTC: `20261124T1900Z`."""

    regex = r"\d{8}T\d{4}Z"

    def to_python(self, value: str) -> datetime:
        """The aware instant; ValueError when there is none of that name, which Django answers by 404."""
        return datetime.strptime(value, _STAMP).replace(tzinfo=UTC)

    def to_url(self, value: datetime) -> str:
        """The instant as it stands in an address."""
        return value.astimezone(UTC).strftime(_STAMP)


def known(request: Request, meeting_id: str) -> Series:
    """A meeting this reader may know of, or Http404."""
    return Series.objects.visible_to(request.visitor).get_or_404(public_id=meeting_id)


def allowed(request: Request, act: str, meeting_id: str) -> Series:
    """A meeting with which this person may do `act`, or Http404."""
    series = known(request, meeting_id)
    POLICY.require(request.person, act, series.group)
    return series


def coming(request: Request, series: Series, start: datetime) -> Date:
    """A date that is still to come or on, or Http404."""
    try:
        return date_at(series, start, request.zone)
    except Occurrence.DoesNotExist:
        raise Http404 from None


def membership(request: Request, series: Series) -> Membership:
    """The person's own place in the meeting's group, or Http404."""
    return Membership.objects.current().get_or_404(group=series.group, person=request.person)
