"""What one told the hosts, and whether somebody has looked."""

from django.http import HttpResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from openchair.kit.pages import page
from openchair.meetings.saying import full_date
from openchair.people.requests import Request, signed_in
from openchair.rooms.models import Room, Seat
from openchair.safety.models import Report
from openchair.safety.policy import POLICY
from openchair.support.choice import country_of
from openchair.support.help import help_for
from openchair.support.rows import emergency_row


@require_safe
@signed_in
def receipts(request: Request) -> HttpResponse:
    """One's own, the newest first; nothing of the words themselves."""
    told = Report.objects.filter(reporter=request.person).select_related("group", "answer").order_by("-at")
    lines = [(report, full_date(report.at.astimezone(request.zone).date())) for report in told]
    return page(request, "safety/receipts.html", lines=lines)


@require_safe
@signed_in
def receipt(request: Request, report_id: str) -> HttpResponse:
    """What happens next, and what one can do meanwhile."""
    report = Report.objects.get_or_404(public_id=report_id)
    POLICY.require(request.person, "report.receipt", report)
    said_there = report.where == Report.Where.ROOM
    room = Room.objects.live().filter(occurrence=report.occurrence_id).first() if said_there else None
    inside = room is not None and room.seats.filter(person=request.person, place=Seat.Place.INSIDE).exists()
    emergency = emergency_row(help_for(country_of(request)), translation.get_language() or "en")
    told = {"report": report, "room": room, "inside": inside, "emergency": emergency}
    return page(request, "safety/receipt.html", 200, **told)
