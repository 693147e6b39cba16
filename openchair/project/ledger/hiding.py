"""Out of everybody's sight at once, before anything is erased; and back, while that can be undone."""

from datetime import datetime

from django.db import transaction

from openchair.groups import vanishing as in_groups
from openchair.meetings.models import Claim
from openchair.people.ending import end_sessions
from openchair.people.models import Person, Session
from openchair.rooms import vanishing as in_rooms


@transaction.atomic
def hide(*, person: Person, at: datetime) -> None:
    """Every session, seat and membership ends; pages close within two seconds. Twice is once.

    What somebody said they would read, their invitations and their requests to join go for good.
    """
    end_sessions(Session.objects.filter(person=person))
    in_rooms.vanish(person=person)
    Claim.objects.filter(membership__person=person).delete()
    in_groups.vanish(person=person, at=at)


def show(*, person: Person, at: datetime) -> None:
    """Undo what `hide` did at that moment, as far as it can be undone."""
    in_groups.reappear(person=person, at=at)
