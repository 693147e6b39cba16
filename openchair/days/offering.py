"""What there is now for somebody to whom something happened."""

from typing import TypedDict

from openchair.companions.models import Companionship
from openchair.companions.naming import Beside, beside
from openchair.meetings import listing
from openchair.meetings.listing import Row
from openchair.people.models import Person
from openchair.people.requests import Request


class Now(TypedDict):
    """A meeting, if one is near, and whoever walks beside one."""

    meeting: Row | None
    companions: list[Beside]


def there_is_now(request: Request) -> Now:
    """For `days/_now.html`."""
    return {"meeting": nearest_meeting(request), "companions": companions_of(request.person)}


def nearest_meeting(request: Request) -> Row | None:
    """One that is on, or begins within the hour; two questions to the database at most."""
    found = listing.on_now(request.zone, request.visitor, 1)
    found = found or listing.next_hour(request.zone, request.visitor, 1)
    return found[0] if found else None


def companions_of(person: Person) -> list[Beside]:
    """Those who both said yes. Going to their page tells them nothing."""
    return beside(person, Companionship.objects.of(person).standing().select_related("group"))
