"""Who is counted, when, and what is written down."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from openchair.companions.tests.scene import membership
from openchair.groups.leaving import leave
from openchair.kit.clock import now
from openchair.people.models import Erasure, Person, Session
from openchair.people.models.session import day_of
from openchair.together import counting
from openchair.together.choosing import Chosen
from openchair.together.models import Tally
from openchair.together.tests.scene import (
    CHECKED_IN,
    HERE,
    KEPT,
    come,
    counted_again,
    counts,
    happened,
    many,
    said,
    says,
)
from tests import recipes
from tests.cast import Cast, the_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def test_ten_are_not_counted_aloud_and_eleven_are(cast: Cast) -> None:
    people = many(cast.harbour, 11)
    come(*people[:10])
    counting.count_people(now())
    assert not Tally.objects.exists()
    come(people[10])
    counting.count_people(now())
    assert said(cast.harbour, HERE) == said(cast.harbour, CHECKED_IN) == said(None, HERE) == 10


def test_each_group_counts_its_own_and_the_place_everybody(cast: Cast) -> None:
    other = recipes.group(cast.dana, alias="Dee", name="Sunday")
    come(*many(cast.harbour, 12), *many(other, 25, "o"))
    counting.count_people(now())
    assert [said(one, CHECKED_IN) for one in (cast.harbour, other, None)] == [10, 20, 30]


def test_a_person_is_one_however_many_devices_they_have(cast: Cast) -> None:
    people = many(cast.harbour, 6)
    come(*people)
    for somebody in people:
        Session.begin(somebody, Session.Mode.SHARED)
    counting.count_people(now())
    assert said(None, HERE) == 0


def test_whoever_was_here_on_another_day_is_not_here_today(cast: Cast) -> None:
    come(*many(cast.harbour, 11))
    Session.objects.update(used_at=day_of(now()) - timedelta(days=1))
    counting.count_people(now())
    assert said(None, HERE) == 0 and said(None, CHECKED_IN) == 10


def test_whoever_asked_to_be_erased_or_left_the_group_is_not_counted(cast: Cast) -> None:
    people = many(cast.harbour, 11)
    come(*people)
    leave(membership=membership(cast.harbour, people[0]))
    counting.count_people(now())
    assert said(cast.harbour, HERE) == 0 and said(None, HERE) == 10
    Erasure.objects.create(person=people[1], due_at=now() + timedelta(days=7))
    counting.count_people(now())
    assert said(None, HERE) == said(None, CHECKED_IN) == 0


def test_a_check_in_counts_on_its_writer_s_own_day(cast: Cast) -> None:
    with time_machine.travel("2026-03-04 03:00:00Z"):
        people = many(cast.harbour, 11)
        Person.objects.filter(pk__in=[one.pk for one in people]).update(home_zone="America/New_York")
        come(*Person.objects.filter(pk__in=[one.pk for one in people]))
        counting.count_people(now())
        assert said(None, CHECKED_IN) == 10  # it is still the third of March at home
    with time_machine.travel("2026-03-04 06:00:00Z"):
        counting.count_people(now())
        assert said(None, CHECKED_IN) == 0


def test_yesterday_s_number_is_not_said_today(cast: Cast) -> None:
    come(*many(cast.harbour, 11))
    counting.count_people(now())
    Tally.objects.update(at=now() - timedelta(days=1))
    assert said(None, HERE) == 0


def test_the_sum_is_of_ten_who_said_yes(cast: Cast) -> None:
    people = many(cast.harbour, 10)
    for somebody in people[:9]:
        counts(cast.harbour, somebody, days=100)
    counting.count_days(now())
    assert said(cast.harbour, KEPT) == 0
    counts(cast.harbour, people[9], days=100)
    counted_again()
    assert said(cast.harbour, KEPT) == 950  # of a thousand


def test_a_no_takes_days_out_at_the_next_count_and_a_setback_takes_out_none(cast: Cast) -> None:
    people = many(cast.harbour, 11)
    paths = [counts(cast.harbour, somebody, days=100) for somebody in people]
    counting.count_days(now())
    assert said(cast.harbour, KEPT) == 1000
    for path, anew in zip(paths, [True, False] * 5, strict=False):
        happened(path, days_ago=30, anew=anew)
    counted_again()
    assert said(cast.harbour, KEPT) == 1000
    for somebody in people[:2]:
        says(cast.harbour, somebody, Chosen())
    counting.count_days(now())
    assert said(cast.harbour, KEPT) == 1000  # the same until tomorrow, so that nobody sees when it was said
    counted_again()
    assert said(cast.harbour, KEPT) == 0


def test_the_database_holds_no_number_of_a_few(cast: Cast) -> None:
    with pytest.raises(IntegrityError):
        Tally.objects.create(group=cast.harbour, kind=HERE, number=9, at=now())


def test_counting_asks_as_often_for_few_as_for_many(cast: Cast) -> None:
    def asked(moment: datetime) -> int:
        Tally.objects.all().delete()
        with CaptureQueriesContext(connection) as caught:
            counting.count_people(moment)
            counting.count_days(moment)
        return len(caught)

    people = many(cast.harbour, 15)
    come(*people)
    for somebody in people:
        counts(cast.harbour, somebody, days=9)
    few = asked(now())
    more = many(recipes.group(cast.dana, alias="Dee", name="Sunday"), 30, "o")
    come(*more)
    assert asked(now()) == few
