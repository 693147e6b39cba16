"""A person sets a reminder, and takes it away again; and those that are due become notices."""

import logging
from datetime import datetime, time, timedelta
from typing import NamedTuple

from django.db import transaction

from openchair.kit.clock import now
from openchair.notices import kinds, telling
from openchair.notices.home import home_zone
from openchair.notices.kinds import OWN, About
from openchair.notices.models import Reminder
from openchair.notices.models.reminder import LATE
from openchair.notices.planning import next_time
from openchair.notices.timing import EVERY_DAY
from openchair.people.models import Person, Place

BATCH = 500
AGAIN = timedelta(hours=1)  # after a fault: later than that would be another day's


class When(NamedTuple):
    """At `wall` on these weekdays (a bit each), or so many minutes before: one of the two."""

    wall: time | None = None
    weekdays: int = EVERY_DAY
    minutes_before: int | None = None


log = logging.getLogger("openchair.notices")


@transaction.atomic
def remind(
    *,
    person: Person,
    kind: str,
    subject: str = OWN,
    when: When,
) -> Reminder:
    """Remind this person of a thing. Doing it again changes when."""
    found, _new = Reminder.objects.update_or_create(
        person=person, kind=kind, subject=subject, defaults=when._asdict()
    )
    found.next_at = next_time(found, home_zone(person), now())
    found.save(update_fields=["next_at"])
    return found


@transaction.atomic
def no_more(*, person: Person, public_id: str) -> None:
    """Take a reminder away, and what it told on every channel. Twice is once."""
    for reminder in person.reminders.filter(public_id=public_id):
        reminder.delete()
        telling.cancel(person=person, kind=reminder.kind, subject=reminder.subject)


@transaction.atomic
def forget(*, person: Person, subject: str) -> None:
    """A thing of theirs is gone for good, and with it whatever was to be told about it."""
    person.reminders.filter(subject=subject).delete()
    for told in person.told.filter(subject=subject):
        telling.cancel(person=person, kind=told.kind, subject=subject)


def remind_due(moment: datetime) -> int:
    """Tell everything that is due, and say how many were; safe beside itself in other processes."""
    done, place = 0, Place.here()
    while found := _some(moment, place):
        done += found
    return done


@transaction.atomic
def _some(moment: datetime, place: Place) -> int:
    """All of a batch or nothing of it: whoever is killed on the way leaves it as it was."""
    free = Reminder.objects.due(moment).select_for_update(skip_locked=True, of=("self",))
    due = list(free.select_related("person__wishes")[:BATCH])
    for kind in {one.kind for one in due}:
        _tell(kind, [one for one in due if one.kind == kind], moment, place)
    Reminder.objects.bulk_update(due, ["next_at"])
    return len(due)


def _tell(kind: str, due: list[Reminder], moment: datetime, place: Place) -> None:
    """All of one kind together or, when that fails, each by itself: one that fails stops no other.

    One that cannot be told is tried again in an hour.
    """
    try:
        with transaction.atomic():
            coming = [next_time(one, home_zone(one.person, place), moment) for one in due]
            telling.tell_all(kind=kind, about=_still_due(kind, due, moment), place=place)
    except Exception as fault:  # noqa: BLE001  the words of one kind must not keep the others from being told
        if len(due) > 1:
            for one in due:
                _tell(kind, [one], moment, place)
            return
        log.error("a reminder of kind %s raised %s", kind, type(fault).__name__)
        coming = [moment + AGAIN]
    for one, at in zip(due, coming, strict=True):
        one.next_at = at


def _still_due(name: str, due: list[Reminder], moment: datetime) -> list[About]:
    kind = kinds.named(name)
    in_time = [one for one in due if one.next_at and moment - one.next_at < LATE]
    return kind.those_due([About(one.person, one.subject) for one in in_time], moment) if kind else []
