"""A person's own day, in every zone there is, against the reckoning of another library."""

import calendar
import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib.resources import files
from pathlib import Path
from zoneinfo import TZPATH, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as some

from openchair.people.own_days import LATEST_ROLLOVER, SET_BACK, Home, offset_of, steady

ZONES = sorted(available_timezones())
# Samoa's missing day, New York's and Rome's changes of the clock, Lord Howe's half hour, a year's ends.
EDGES = [
    *("2011-12-29T09:59:59", "2011-12-29T10:00:00", "2011-12-30T09:59:59", "2011-12-30T10:00:00"),
    *("2026-03-08T06:59:59", "2026-03-08T07:00:00", "2026-11-01T05:59:59", "2026-11-01T06:00:00"),
    *("2026-03-29T00:59:59", "2026-03-29T01:00:00", "2026-10-25T00:59:59", "2026-10-25T01:00:00"),
    *("2026-04-04T14:59:59", "2026-04-04T15:00:00", "2026-10-03T15:29:59", "2026-10-03T15:30:00"),
    *("2024-02-28T23:59:59", "2024-02-29T12:00:00", "2025-12-31T23:59:59", "2026-01-01T00:00:00"),
]
MOMENTS = [datetime.fromisoformat(one).replace(tzinfo=UTC) for one in EDGES]
AT = some.datetimes(datetime(1990, 1, 1), datetime(2036, 12, 31), timezones=some.just(UTC))  # noqa: DTZ001 - made aware by hypothesis
HOURS = some.integers(0, LATEST_ROLLOVER)
pytestmark = pytest.mark.requirement("S26")


@pytest.fixture(scope="module", autouse=True)
def our_own_clock() -> Iterator[None]:
    """The C library is told of other zones here, and afterwards of none."""
    kept = os.environ.get("TZ")
    yield
    os.environ.pop("TZ", None)
    os.environ.update({"TZ": kept} if kept is not None else {})
    time.tzset()


@cache
def table_of(zone: str) -> str:
    """The file that we read this zone from, so that the C library reads the same one by its own code."""
    folders = [*map(Path, TZPATH), Path(str(files("tzdata"))) / "zoneinfo"]
    return str(next(folder / zone for folder in folders if (folder / zone).is_file()))


def as_the_c_library_says(zone: str, at: datetime, rollover: int, minutes: int = 0) -> date:
    """The latest date by the C library's clock in these minutes, through days since 1970."""
    os.environ["TZ"] = f":{table_of(zone)}"
    time.tzset()
    walls = [time.localtime(int(at.timestamp()) - 60 * ago) for ago in range(minutes + 1)]
    ordinals = (
        calendar.timegm((one.tm_year, one.tm_mon, one.tm_mday, 0, 0, 0)) // 86_400 - (one.tm_hour < rollover)
        for one in walls
    )
    return date(1970, 1, 1) + timedelta(days=max(ordinals))


@pytest.mark.parametrize("rollover", [0, 3, LATEST_ROLLOVER])
def test_every_zone_has_the_date_that_the_c_library_has(rollover: int) -> None:
    assert len(ZONES) > 400
    for zone in ZONES:
        home = Home(zone, rollover=rollover)
        for at in MOMENTS:
            assert home.day(at) == as_the_c_library_says(zone, at, rollover), (zone, at)


@given(zone=some.sampled_from(ZONES), at=AT, rollover=HOURS)
def test_any_zone_at_any_time(zone: str, at: datetime, rollover: int) -> None:
    assert Home(zone, rollover=rollover).day(at) == as_the_c_library_says(zone, at, rollover, minutes=180)


@given(
    zone=some.sampled_from(ZONES),
    at=AT,
    later=some.timedeltas(timedelta(), timedelta(days=3)),
    rollover=HOURS,
)
def test_a_date_never_goes_back_as_time_passes(
    zone: str, at: datetime, later: timedelta, rollover: int
) -> None:
    home = Home(zone, rollover=rollover)
    assert home.day(at + later) >= home.day(at)


@pytest.mark.parametrize(
    ("zone", "before", "after", "rollover"),
    [
        ("America/St_Johns", "2010-11-07T02:30:30", "2010-11-07T02:45:00", 0),  # 00:00:30, then 23:15 again
        ("Antarctica/Troll", "2026-10-25T00:30:00", "2026-10-25T01:30:00", 2),  # 02:30, then 01:30
    ],
)
def test_a_day_that_is_over_stays_over_when_the_clock_falls_back(
    zone: str, before: str, after: str, rollover: int
) -> None:
    first, then = (datetime.fromisoformat(one).replace(tzinfo=UTC) for one in (before, after))
    assert as_the_c_library_says(zone, then, rollover) < as_the_c_library_says(zone, first, rollover)
    assert Home(zone, rollover=rollover).day(then) == Home(zone, rollover=rollover).day(first)


def test_the_day_begins_when_the_night_is_over() -> None:
    home = Home("Europe/Rome", rollover=4)
    assert home.day(datetime(2026, 3, 28, 2, 59, tzinfo=UTC)) == date(2026, 3, 27)
    assert home.day(datetime(2026, 3, 28, 3, 0, tzinfo=UTC)) == date(2026, 3, 28)
    assert home.day(datetime(2026, 3, 29, 1, 59, tzinfo=UTC)) == date(2026, 3, 28)  # 03:59 in summer
    assert home.day(datetime(2026, 3, 29, 2, 0, tzinfo=UTC)) == date(2026, 3, 29)


def test_samoa_left_a_day_out() -> None:
    home = Home("Pacific/Apia")
    assert home.day(datetime(2011, 12, 30, 9, 59, tzinfo=UTC)) == date(2011, 12, 29)
    assert home.day(datetime(2011, 12, 30, 10, 0, tzinfo=UTC)) == date(2011, 12, 31)


def test_a_zone_that_is_gone_keeps_its_clock() -> None:
    at = datetime(2026, 7, 1, 20, 30, tzinfo=UTC)
    here = Home("Asia/Tokyo", offset=offset_of("Asia/Tokyo", at))
    gone = Home("Asia/Edo", offset=here.offset)
    assert gone.is_lost and not here.is_lost
    assert gone.day(at) == here.day(at) == date(2026, 7, 2)


@given(zone=some.sampled_from(ZONES), at=AT, rollover=HOURS)
def test_no_date_is_lost_when_a_zone_is_gone(zone: str, at: datetime, rollover: int) -> None:
    home = Home(zone, offset_of(zone, at), rollover)
    assert Home("Nowhere/Gone", home.offset, rollover).day(at) >= home.day(at)


def test_a_clock_set_back_two_days_is_not_believed_and_one_set_back_two_years_is() -> None:
    known = datetime(2026, 5, 1, 12, tzinfo=UTC)
    assert steady(known - timedelta(days=2), known) == known
    assert steady(known - SET_BACK, known) == known
    for believed in (known + timedelta(hours=1), known - timedelta(days=730)):
        assert steady(believed, known) == believed
    assert steady(known, None) == known


def test_an_hour_that_came_twice_is_the_first_and_one_that_never_came_is_the_next() -> None:
    rome = Home("Europe/Rome")
    assert rome.instant(date(2026, 10, 25), 2) == datetime(2026, 10, 25, 0, tzinfo=UTC)
    assert rome.instant(date(2026, 3, 29), 2) == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_an_hour_before_the_night_is_over_is_that_of_the_next_date() -> None:
    rome = Home("Europe/Rome", rollover=4)
    assert rome.moment(date(2026, 1, 1), 2) == datetime(2026, 1, 2, 1, tzinfo=UTC)
    assert rome.moment(date(2026, 1, 1), 4) == datetime(2026, 1, 1, 3, tzinfo=UTC)
    assert Home("Europe/Rome").moment(date(2026, 1, 1), 2) == datetime(2026, 1, 1, 1, tzinfo=UTC)
    assert {rome.day(rome.moment(date(2026, 1, 1), hour)) for hour in range(24)} == {date(2026, 1, 1)}
