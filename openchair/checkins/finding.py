"""From whoever asks to their own days."""

from datetime import date
from uuid import UUID

from django.http import Http404

from openchair.checkins.models import CheckIn
from openchair.checkins.models.check_in import CheckInQuerySet
from openchair.kit.prepared import prepared
from openchair.people.models import Person


class DayConverter:
    """A day in an address: `2026-03-14`."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """The day; ValueError when there is none of that name, which Django answers by 404."""
        return date.fromisoformat(value)

    def to_url(self, value: date | str) -> str:
        """The day as it stands in an address."""
        return str(value)


def on(person: Person, day: date) -> CheckIn | None:
    """The person's check-in for a day."""
    return next(iter(_on(person.pk, day)), None)


def on_or_404(person: Person, day: date) -> CheckIn:
    """The same, or Http404."""
    found = on(person, day)
    if found is None:
        raise Http404
    return found


@prepared
def _on(person: UUID, day: date) -> CheckInQuerySet:
    return CheckIn.objects.filter(person=person, day=day)
