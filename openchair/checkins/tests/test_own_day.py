"""What day a check-in is for: by the wall at home, from an hour of their own on."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as some

from openchair.checkins.own_day import end_of
from openchair.checkins.tests.days import send, told_on
from openchair.kit.clock import now
from openchair.people.models import Place
from openchair.people.own_days import LATEST_ROLLOVER, Home
from openchair.people.settling import settle
from openchair.people.zones import zone_names
from tests.cast import client_of, the_cast

MOMENTS = some.integers(0, 4_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
HOMES = some.builds(Home, some.sampled_from(zone_names()), rollover=some.integers(0, LATEST_ROLLOVER))


@given(MOMENTS, HOMES)
def test_a_day_ends_within_two_days_and_then_the_next_begins(moment: datetime, home: Home) -> None:
    day = home.day(moment)
    end = end_of(day, home)
    assert end - moment <= timedelta(hours=49)
    assert home.day(end + timedelta(hours=2)) > day


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("at", "rollover", "day"),
    [
        ("2026-03-29T00:30+00:00", 0, date(2026, 3, 29)),
        ("2026-03-29T00:30+00:00", 4, date(2026, 3, 28)),
        ("2026-03-29T01:30+00:00", 3, date(2026, 3, 29)),  # 03:30: the hour from two to three was skipped
        ("2028-02-29T12:00+00:00", 6, date(2028, 2, 29)),
        ("2028-03-01T04:00+00:00", 6, date(2028, 2, 29)),
    ],
)
def test_whoever_works_at_night_checks_in_for_the_day_that_is_not_over(
    at: str, rollover: int, day: date
) -> None:
    cast = the_cast()
    with time_machine.travel(at, tick=False):
        settle(person=cast.ben, place=Place.here(), zone="Europe/Rome", rollover=rollover)
        page = client_of(cast.ben).get("/today/").text
        assert f'name="day" value="{day}"' in page
        send(client_of(cast.ben), day=str(day))
    assert told_on(cast.ben, day) is not None


@pytest.mark.django_db
def test_a_clock_that_was_set_back_two_days_asks_for_the_same_day() -> None:
    cast = the_cast()
    with time_machine.travel("2026-03-14T08:10:00Z", tick=False) as clock:
        Place.objects.update(known_at=now())
        clock.shift(-timedelta(days=2))
        assert 'name="day" value="2026-03-14"' in client_of(cast.ben).get("/today/").text
