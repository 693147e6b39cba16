"""Counting people and days, once an hour and once a day, and writing down nothing but round numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef

from openchair.checkins.models import CheckIn
from openchair.groups.models import Membership
from openchair.paths.picture import pictures_by_id
from openchair.people.models import Person, Place, Session
from openchair.people.models.session import day_of
from openchair.people.own_days import steady
from openchair.people.settling import home_of
from openchair.together.models import Counted, Tally
from openchair.together.rounding import TOGETHER, more_than
from openchair.together.stages import days_of, sum_of

Numbers = Mapping[UUID | None, int]
A_DAY = timedelta(days=1)


def count_people(moment: datetime) -> None:
    """Who was here, and who checked in: the whole place, and each group. Safe to repeat."""
    members = list(Membership.objects.current().filter(group__closing=None).values_list("group", "person"))
    for kind, people in ((Tally.Kind.HERE, _here(moment)), (Tally.Kind.CHECKED_IN, _checked_in(moment))):
        _write(kind, _by_group(people, members), moment)


def count_days(moment: datetime) -> None:
    """The days kept together in each group; once a day, in UTC, whatever happened meanwhile."""
    if Tally.objects.filter(kind=Tally.Kind.KEPT, at__gte=day_of(moment)).exists():
        return
    counted = list(Counted.objects.here())
    days = days_of(pictures_by_id([one.path_id for one in counted], Place.here()))
    parts: dict[UUID, list[int]] = {}
    for one in counted:
        parts.setdefault(one.group_id, []).append(days.get(one.path_id, 0))
    enough: dict[UUID | None, int] = {
        group: sum_of(held) for group, held in parts.items() if len(held) >= TOGETHER
    }
    _write(Tally.Kind.KEPT, enough, moment)


def _here(moment: datetime) -> set[UUID]:
    """By the day their session was used, which is all that a session knows. One that ended is not counted."""
    used = Session.objects.filter(used_at__gte=day_of(moment), person__erasure=None)
    return set(used.values_list("person", flat=True))


def _checked_in(moment: datetime) -> set[UUID]:
    """For their own today, wherever they are at home."""
    place, day = Place.here(), moment.astimezone(UTC).date()
    near = CheckIn.objects.between(day - A_DAY, day + A_DAY)
    stays = near.filter(person__erasure=None, person__closure=None)
    days: dict[UUID, set[object]] = {}
    for person, on in stays.values_list("person", "day"):
        days.setdefault(person, set()).add(on)
    at = steady(moment, place.known_at)
    found = Person.objects.filter(Exists(stays.order_by().filter(person=OuterRef("pk"))))
    return {one.pk for one in found if home_of(one, place).day(at) in days.get(one.pk, ())}


def _by_group(people: Collection[UUID], members: Collection[tuple[UUID, UUID]]) -> Numbers:
    numbers = Counter[UUID | None](group for group, person in members if person in people)
    numbers[None] = len(people)
    return numbers


@transaction.atomic
def _write(kind: str, numbers: Numbers, moment: datetime) -> None:
    Tally.objects.filter(kind=kind).delete()
    said = ((group, more_than(number)) for group, number in numbers.items())
    rows = [Tally(group_id=group, kind=kind, number=number, at=moment) for group, number in said if number]
    Tally.objects.bulk_create(rows, ignore_conflicts=True)  # another process counted at the same moment
