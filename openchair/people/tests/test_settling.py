"""Where days are counted: chosen at home, and no day is lost by a journey, a move or a clock."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from openchair.people.models import Person, Place
from openchair.people.settling import home_of, note_the_time, settle, today_of
from openchair.people.zones import zone_names
from tests import recipes
from tests.cast import client_of, ready_place

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S26")]
EVENING = datetime(2026, 5, 1, 13, tzinfo=UTC)  # the second of May in Auckland
MOVES = some.lists(
    some.tuples(some.sampled_from(zone_names()), some.integers(0, 6), some.integers(0, 50)), max_size=8
)


@pytest.fixture
def ben() -> Person:
    ready_place()
    return recipes.person("ben")


@given(moves=MOVES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whoever_moves_and_changes_their_hour_never_loses_a_day(
    ben: Person, moves: list[tuple[str, int, int]]
) -> None:
    Person.objects.filter(pk=ben.pk).update(home_zone="", not_before=None, rollover=0)
    ben.refresh_from_db()
    at, place, known = EVENING, Place.here(), date.min
    for zone, rollover, hours in moves:
        with time_machine.travel(at, tick=False):
            settle(person=ben, place=place, zone=zone, rollover=rollover)
            assert known <= today_of(ben, place) <= at.date() + timedelta(days=2)
            known = today_of(ben, place)
        at += timedelta(hours=hours)
        with time_machine.travel(at, tick=False):
            assert today_of(ben, place) >= known
            known = today_of(ben, place)


def test_a_journey_changes_what_a_browser_shows_and_no_day(ben: Person) -> None:
    with time_machine.travel(EVENING, tick=False):
        settle(person=ben, place=Place.here(), zone="Pacific/Auckland", rollover=0)
        browser = client_of(ben)
        browser.post("/display/", {"zone": "America/Los_Angeles"})
        ben.refresh_from_db()
        assert (ben.zone, ben.home_zone) == ("America/Los_Angeles", "Pacific/Auckland")
        assert today_of(ben, Place.here()) == date(2026, 5, 2)


def test_a_rollover_changed_at_midnight_takes_no_day(ben: Person) -> None:
    with time_machine.travel("2026-05-02T00:30:00Z", tick=False):
        settle(person=ben, place=Place.here(), zone="UTC", rollover=0)
        settle(person=ben, place=Place.here(), zone="UTC", rollover=6)
        assert today_of(ben, Place.here()) == date(2026, 5, 2)
    with time_machine.travel("2026-05-03T05:59:00Z", tick=False):
        assert today_of(ben, Place.here()) == date(2026, 5, 2)


def test_a_clock_that_is_set_back_two_days_takes_no_day(ben: Person) -> None:
    with time_machine.travel(EVENING, tick=False):
        note_the_time()
    with time_machine.travel(EVENING - timedelta(days=2), tick=False):
        note_the_time()
        assert today_of(ben, Place.here()) == EVENING.date()
    with time_machine.travel(EVENING - timedelta(days=400), tick=False):  # it had been a year ahead
        note_the_time()
        assert today_of(ben, Place.here()) == date(2025, 3, 27)


def test_a_zone_that_is_gone_is_said_and_its_clock_stands_in(ben: Person) -> None:
    with time_machine.travel(EVENING, tick=False):
        settle(person=ben, place=Place.here(), zone="Pacific/Auckland", rollover=0)
        Person.objects.filter(pk=ben.pk).update(home_zone="Pacific/Atlantis")
        ben.refresh_from_db()
        assert home_of(ben, Place.here()).is_lost and today_of(ben, Place.here()) == date(2026, 5, 2)
        assert b"has no name any more" in client_of(ben).get("/me/day/").content


def test_the_page_keeps_what_it_is_told_and_refuses_what_is_no_zone_or_hour(ben: Person) -> None:
    browser = client_of(ben)
    for told in ({"zone": "Moon/Base", "rollover": "4"}, {"zone": "Europe/Rome", "rollover": "7"}, {}):
        assert browser.post("/me/day/", told).status_code == 422
    answer = browser.post("/me/day/", {"zone": "Europe/Rome", "rollover": "4", "next": "/paths/"})
    assert (answer.status_code, answer["Location"]) == (303, "/paths/")
    ben.refresh_from_db()
    assert (ben.home_zone, ben.rollover) == ("Europe/Rome", 4)


def test_no_day_begins_after_six(ben: Person) -> None:
    with pytest.raises(IntegrityError):
        Person.objects.filter(pk=ben.pk).update(rollover=7)
