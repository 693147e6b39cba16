"""The list of meetings: no account needed."""

from django.http import HttpResponse

from openchair.kit.pages import page
from openchair.meetings import saying
from openchair.meetings.listing import everything_today
from openchair.people.requests import Request, open_to_all

MOST_PAGES = 500


@open_to_all
def meetings(request: Request) -> HttpResponse:
    """On now, within the hour, later today: in the reader's zone."""
    number = _number(request.GET.get("page", ""))
    listed = everything_today(request.zone, request.visitor, number)
    zone = saying.zone_words(request.zone.key)
    return page(request, "meetings/meetings.html", listed=listed, number=number, zone=zone)


def _number(typed: str) -> int:
    return min(int(typed), MOST_PAGES) if typed.isascii() and typed.isdigit() and int(typed[:9]) else 1
