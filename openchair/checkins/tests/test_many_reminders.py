"""Many people are reminded in the same minute: together, in as few questions as one."""

from datetime import UTC, date, datetime, time

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openchair.checkins import habits
from openchair.checkins.telling import CHECK_IN, HABIT
from openchair.kit.clock import now
from openchair.notices import reminding
from openchair.notices.models import MailAddress, Notice, Reminder, Sending
from openchair.notices.tests.push_service import Browser
from openchair.people.models import Person
from tests.cast import ready_place

pytestmark = pytest.mark.django_db
DUE, MONDAY = datetime(2026, 3, 14, 20, tzinfo=UTC), date(2026, 3, 9)
FEW, MANY = 50, 500
MOST, MORE = 20, 8  # queries for a few, and those that come on top: so many rows fit into one


def crowd(number: int) -> list[Person]:
    """People who have a mail address each, and want to be asked at eight."""
    people = [Person.objects.create(handle=f"heron-{one}", passphrase="!") for one in range(number)]
    MailAddress.objects.bulk_create(
        [MailAddress(person=one, address="heron@example.org", confirmed_at=now()) for one in people]
    )
    Reminder.objects.bulk_create(
        [Reminder(person=one, kind=CHECK_IN, wall=time(20), next_at=DUE) for one in people]
    )
    return people


def queries_to_tell(number: int) -> int:
    """How many questions it takes until so many are told, each once on Today and once by mail."""
    with time_machine.travel(DUE, tick=False), CaptureQueriesContext(connection) as asked:
        assert reminding.remind_due(now()) == number
    assert (Notice.objects.count(), Sending.objects.count()) == (number, number)
    return len(asked)


def test_five_hundred_are_told_in_hardly_more_questions_than_fifty() -> None:
    ready_place()
    crowd(FEW)
    few = queries_to_tell(FEW)
    Person.objects.all().delete()
    crowd(MANY)
    assert few <= MOST and queries_to_tell(MANY) <= few + MORE


def test_each_is_told_on_their_own_channels_and_at_their_own_time() -> None:
    ready_place()
    people = crowd(30)
    Browser("https://push.example/heron").subscribe(people[0])
    queries = [Sending.objects.filter(person=one) for one in people]
    with time_machine.travel(DUE, tick=False):
        reminding.remind_due(now())
    assert [one.count() for one in queries] == [2] + [1] * 29
    assert len({one.get().due_at for one in queries[1:]}) > 1


def test_of_many_habits_those_done_today_are_not_told() -> None:
    ready_place()
    people = crowd(6)
    acts = [habits.take_up(person=one, kind="walk", words="", day=DUE.date()) for one in people]
    for one in acts:
        Reminder.objects.create(
            person=one.person, kind=HABIT, subject=one.public_id, wall=time(20), next_at=DUE
        )
    for one in acts[:2]:
        habits.mark(person=one.person, monday=MONDAY, done={one.public_id: [DUE.weekday()]})
    with time_machine.travel(DUE, tick=False):
        reminding.remind_due(now())
    told = Notice.objects.filter(kind=HABIT).values_list("subject", flat=True)
    assert set(told) == {one.public_id for one in acts[2:]}
