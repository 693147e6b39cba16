"""When each reminder is due next: worked out when it is set, when it was due, and when its thing moved."""

from collections.abc import Iterable
from datetime import datetime, timedelta, tzinfo

from openchair.kit.clock import now
from openchair.notices import kinds, timing
from openchair.notices.home import home_zone
from openchair.notices.models import Reminder
from openchair.people import moving_home
from openchair.people.models import Person, Place


def next_time(reminder: Reminder, zone: tzinfo, after: datetime) -> datetime | None:
    """The first instant later than `after`; None when its thing comes no more, or its kind is unknown."""
    kind = kinds.named(reminder.kind)
    if kind is None:
        return None
    if reminder.wall is not None:
        return timing.next_wall(reminder.wall, reminder.weekdays, zone, after)
    before = timedelta(minutes=reminder.minutes_before or 0)
    if kind.next_after is None:
        return None
    begins = kind.next_after(reminder.person, reminder.subject, after + before)
    return begins - before if begins else None


def put_right(*, kind: str, subject: str) -> None:
    """The thing was moved, called off or is over: its reminders come at the new time, or not at all."""
    _plan(Reminder.objects.filter(kind=kind, subject=subject))


@moving_home.follow
def put_right_for(person: Person) -> None:
    """The person's home zone changed: each of their reminders keeps its time of day on the new clock."""
    _plan(person.reminders.all())


def _plan(reminders: Iterable[Reminder]) -> None:
    moment, place, planned = now(), Place.here(), []
    for reminder in reminders:
        reminder.next_at = next_time(reminder, home_zone(reminder.person, place), moment)
        planned.append(reminder)
    Reminder.objects.bulk_update(planned, ["next_at"], batch_size=500)
