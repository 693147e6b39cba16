"""A reminder of a day's check-in or of a small act comes where it was asked for, and not when it is done."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from openchair.checkins import checking_in, forgetting, habits
from openchair.checkins.models import Habit
from openchair.checkins.told import Told
from openchair.kit.clock import now
from openchair.notices import reminding, showing
from openchair.notices.models import Notice, Reminder
from openchair.people.models import Person, Place
from openchair.people.settling import settle
from openchair.people.tests.steps import text_of
from tests.cast import Cast, client_of, the_cast

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)  # a Saturday
TODAY, MONDAY = date(2026, 3, 14), date(2026, 3, 9)
DAILY = reminding.When(wall=time(20))


@pytest.fixture
def cast() -> Cast:
    return the_cast()


@pytest.fixture
def ben(cast: Cast) -> Person:
    """Ben, whose day begins at four in the morning in Tokyo."""
    settle(person=cast.ben, place=Place.here(), zone="Asia/Tokyo", rollover=4)
    return cast.ben


def walk(person: Person) -> Habit:
    return habits.take_up(person=person, kind="walk", words="", day=TODAY)


def lines(person: Person, moment: datetime) -> list[str]:
    """What is told at an instant, and then stands on Today."""
    with time_machine.travel(moment, tick=False):
        reminding.remind_due(now())
        return [one.line for one in showing.told_to(person)]


@time_machine.travel(NOON, tick=False)
def test_both_are_off_until_they_are_asked_for_from_their_own_page(cast: Cast) -> None:
    habit, browser = walk(cast.ben), client_of(cast.ben)
    check_in, act = (
        reverse("reminder", args=which) for which in (["check-in", "own"], ["habit", habit.public_id])
    )
    assert not Reminder.objects.exists()
    assert check_in in browser.get(reverse("check-ins")).text and act in browser.get(reverse("habits")).text
    for where in (check_in, act):
        assert browser.post(where, {"wall": "20:00", "days": ["5", "6"]}).status_code == 303
    assert {one.kind for one in cast.ben.reminders.all()} == {"check-in", "habit"}
    page = text_of(browser.get(reverse("reminders")).content)
    assert "Checking in" in page and "A walk" in page and "Sat, Sun at 20:00" in page


@time_machine.travel(NOON, tick=False)
def test_a_habit_is_reminded_of_by_its_owner_alone(cast: Cast) -> None:
    where = reverse("reminder", args=["habit", walk(cast.ben).public_id])
    assert client_of(cast.ben).get(where).status_code == 200
    for other in (cast.amara, cast.dana):
        assert client_of(other).get(where).status_code == 404
        assert client_of(other).post(where, {"wall": "20:00", "days": ["5"]}).status_code == 404
    assert Client().get(where).status_code == 303


@pytest.mark.parametrize(("checked_in_on", "told"), [(None, 1), (date(2026, 3, 13), 1), (TODAY, 0)])
def test_whoever_checked_in_on_their_own_day_is_not_reminded(
    ben: Person, checked_in_on: date | None, told: int
) -> None:
    with time_machine.travel(NOON, tick=False):
        reminding.remind(person=ben, kind="check-in", when=reminding.When(wall=time(2)))
        if checked_in_on:
            checking_in.check_in(person=ben, day=checked_in_on, told=Told(3))
    # Two in the morning of the fifteenth in Tokyo: Ben's own day is still the fourteenth.
    assert len(lines(ben, datetime(2026, 3, 14, 17, tzinfo=UTC))) == told == Notice.objects.count()


def test_what_was_told_is_gone_once_it_is_done(ben: Person) -> None:
    with time_machine.travel(NOON - timedelta(hours=6), tick=False):
        habit = walk(ben)
        reminding.remind(person=ben, kind="check-in", when=DAILY)
        reminding.remind(person=ben, kind="habit", subject=habit.public_id, when=DAILY)
    evening = NOON - timedelta(hours=1)
    assert sorted(lines(ben, evening)) == [
        "A small act, if you like: A walk",
        "You wanted to be asked: how are you today?",
    ]
    habits.mark(person=ben, monday=MONDAY, done={habit.public_id: [5]})
    assert lines(ben, evening) == ["You wanted to be asked: how are you today?"]
    checking_in.check_in(person=ben, day=TODAY, told=Told(3))
    assert lines(ben, evening) == []


def test_an_evening_s_reminder_says_nothing_the_next_morning(ben: Person) -> None:
    with time_machine.travel(NOON - timedelta(hours=6), tick=False):
        reminding.remind(person=ben, kind="check-in", when=DAILY)
    assert len(lines(ben, NOON - timedelta(hours=1))) == 1
    assert lines(ben, NOON + timedelta(hours=10)) == []


def test_a_habit_that_was_let_go_reminds_no_more_and_comes_back_with_it(ben: Person) -> None:
    with time_machine.travel(NOON - timedelta(hours=6), tick=False):
        habit = walk(ben)
        reminding.remind(person=ben, kind="habit", subject=habit.public_id, when=DAILY)
    habits.let_go(habit=habit, day=TODAY)
    assert lines(ben, NOON - timedelta(hours=1)) == []
    habits.take_up_again(habit=habit)
    assert len(lines(ben, NOON + timedelta(hours=23))) == 1
    habits.let_go(habit=habit, day=TODAY)
    forgetting.forget(NOON + timedelta(days=29))
    assert Reminder.objects.count() == 1
    forgetting.forget(NOON + timedelta(days=32))
    assert not (Habit.objects.exists() or Reminder.objects.exists() or Notice.objects.exists())
