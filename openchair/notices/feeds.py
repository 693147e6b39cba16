"""The secret address of one's own calendar: made, made anew, and taken back."""

from django.db import transaction

from openchair.notices.models import CalendarFeed
from openchair.notices.models.calendar_feed import hashed, new_token
from openchair.people.models import Person


@transaction.atomic
def make(*, person: Person, tells_names: bool) -> str:
    """A new token, which is told once; an earlier one finds nothing any more."""
    token = new_token()
    CalendarFeed.objects.update_or_create(
        person=person, defaults={"token_hash": hashed(token), "tells_names": tells_names}
    )
    return token


def revoke(*, person: Person) -> None:
    """The address finds nothing from now on. Twice is once."""
    CalendarFeed.objects.filter(person=person).delete()


def find(token: str) -> CalendarFeed | None:
    """Whose calendar it is; None for one that was taken back, or whose owner is on their way out."""
    open_ones = CalendarFeed.objects.filter(person__erasure=None, person__closure=None)
    return open_ones.select_related("person").filter(token_hash=hashed(token)).first()
