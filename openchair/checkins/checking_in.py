"""Checking in, changing it, taking it back, and bringing back what stood there before."""

from contextlib import suppress
from datetime import date

from django.db import IntegrityError, transaction

from openchair.checkins.models import CheckIn, Earlier
from openchair.checkins.told import Told
from openchair.people.in_line import in_turn
from openchair.people.models import Person


def check_in(*, person: Person, day: date, told: Told) -> CheckIn:
    """Keep what was told for this own day. The same again changes nothing; other words replace the first.

    What they replace is kept sealed for 30 days. However many come at once, the day has one check-in.
    """
    row = CheckIn(person=person, day=day, told=told.as_kept())
    with in_turn():
        # The first of a day is by far the most frequent, so nothing is asked before: the constraint answers.
        with suppress(IntegrityError), transaction.atomic():
            row.save(force_insert=True)
            return row
        return _changed(person, day, told)


@transaction.atomic
def take_back(*, person: Person, day: date) -> bool:
    """Take the check-in of a day away; it is kept sealed for 30 days. False when there was none."""
    row = CheckIn.objects.select_for_update().filter(person=person, day=day).first()
    if row is None:
        return False
    _keep_earlier(row)
    row.delete()
    return True


@transaction.atomic
def bring_back(*, person: Person, day: date) -> bool:
    """Let what stood there before the last change change places with what stands there now."""
    earlier = Earlier.objects.select_for_update().filter(person=person, day=day).first()
    if earlier is None or earlier.says is None:
        return False
    before = earlier.told
    earlier.delete()
    row = CheckIn.objects.select_for_update().filter(person=person, day=day).first()
    if row is None:
        CheckIn.objects.create(person=person, day=day, told=before)
        return True
    _keep_earlier(row)
    row.told = before
    row.save(update_fields=["told"])
    return True


@transaction.atomic
def _changed(person: Person, day: date, told: Told) -> CheckIn:
    row = CheckIn.objects.select_for_update().get(person=person, day=day)
    before = row.says
    if before is not None and told.says_the_same_as(before):
        return row
    _keep_earlier(row)
    row.told = told.as_kept()
    row.save(update_fields=["told"])
    return row


def _keep_earlier(row: CheckIn) -> None:
    Earlier.objects.filter(person=row.person_id, day=row.day).delete()
    if row.says is not None:
        Earlier.objects.create(person_id=row.person_id, day=row.day, told=row.told)
