"""When somebody is told: in every zone, over every change of clocks, and never in quiet hours."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from openchair.notices.timing import EVERY_DAY, is_quiet, leaves_at, next_wall

ZONES = sorted(available_timezones())
ROME, APIA = ZoneInfo("Europe/Rome"), ZoneInfo("Pacific/Apia")
MOMENTS = some.integers(1990 * 12, 2037 * 12).flatmap(
    lambda month: some.integers(0, 28 * 24 * 60 - 1).map(
        lambda minute: datetime(month // 12, month % 12 + 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
    )
)
WALLS = some.times().map(lambda one: one.replace(second=0, microsecond=0))


def by_the_minute(wall: time, zone: ZoneInfo, after: datetime) -> datetime:
    """The reference: walk on minute by minute until the clock on the wall shows it."""
    at = after.replace(second=0, microsecond=0) + timedelta(minutes=1)
    while at.astimezone(zone).time().replace(second=0, microsecond=0) != wall:
        at += timedelta(minutes=1)
    return at


@pytest.mark.parametrize("name", ZONES)
def test_in_every_zone_it_comes_each_day_at_its_time(name: str) -> None:
    zone, at, wall = ZoneInfo(name), datetime(2026, 1, 1, tzinfo=UTC), time(7, 40)
    days = set()
    for _day in range(365):
        found = next_wall(wall, EVERY_DAY, zone, at)
        assert found and found > at
        local = found.astimezone(zone)
        assert local.time() == wall or local.time() > wall  # later only where the clocks jumped over it
        days.add(local.date())
        at = found
    assert len(days) == 365 and max(days) - min(days) == timedelta(days=364)


@given(zone=some.sampled_from(ZONES), wall=WALLS, after=MOMENTS)
@settings(max_examples=200, deadline=None)
def test_it_is_what_walking_on_by_the_minute_finds(zone: str, wall: time, after: datetime) -> None:
    after = after.replace(second=0, microsecond=0)
    clock = ZoneInfo(zone)
    found = next_wall(wall, EVERY_DAY, clock, after)
    assert found and timedelta() < found - after <= timedelta(hours=49)
    if found.astimezone(clock).time().replace(second=0) == wall and found.astimezone(clock).second == 0:
        first = by_the_minute(wall, clock, after)
        assert first == found or _is_the_second(first, clock)


@pytest.mark.parametrize(
    ("wall", "after", "comes"),
    [
        (
            time(2, 30),
            datetime(2026, 3, 28, 12, tzinfo=UTC),
            datetime(2026, 3, 29, 1, 30, tzinfo=UTC),
        ),  # 03:30
        (time(2, 30), datetime(2026, 10, 24, 12, tzinfo=UTC), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (time(2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 26, 1, 30, tzinfo=UTC)),
    ],
    ids=["jumped over: later", "twice: the first", "and not the second"],
)
def test_where_the_clocks_change(wall: time, after: datetime, comes: datetime) -> None:
    assert next_wall(wall, EVERY_DAY, ROME, after) == comes


def test_a_day_that_was_left_out_is_made_up_for_once() -> None:
    at, found = datetime(2011, 12, 28, 12, tzinfo=UTC), []
    for _day in range(4):
        at = next_wall(time(9), EVERY_DAY, APIA, at) or at
        found.append(at.astimezone(APIA).day)
    assert found == [28, 29, 31, 1]


def test_only_on_the_days_that_were_chosen() -> None:
    monday = datetime(2026, 11, 23, 12, tzinfo=UTC)
    assert next_wall(time(9), 0b0000100, ROME, monday) == datetime(2026, 11, 25, 8, tzinfo=UTC)
    assert next_wall(time(9), 0, ROME, monday) is None


@given(zone=some.sampled_from(ZONES), start=WALLS, end=WALLS, moment=MOMENTS)
@settings(max_examples=300, deadline=None)
def test_nothing_leaves_in_quiet_hours_and_nothing_waits_longer(
    zone: str, start: time, end: time, moment: datetime
) -> None:
    clock = ZoneInfo(zone)
    leaves = leaves_at(moment, start, end, clock)
    assert moment <= leaves <= moment + timedelta(hours=50)
    if not is_quiet(moment.astimezone(clock).time(), start, end):
        assert leaves == moment
    elif leaves.astimezone(clock).time() == end:  # not where the clocks jumped over the end of the quiet
        assert not is_quiet(leaves.astimezone(clock).time(), start, end)


def test_quiet_hours_that_end_twice_end_at_the_first_end() -> None:
    between = datetime(2026, 10, 25, 0, 15, tzinfo=UTC)  # 02:15 in Rome, for the first time
    assert leaves_at(between, time(22), time(2, 30), ROME) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    again = between + timedelta(hours=1)  # 02:15 for the second time
    assert leaves_at(again, time(22), time(2, 30), ROME) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_equal_times_are_no_quiet_hours() -> None:
    assert not is_quiet(time(3), time(8), time(8))


def _is_the_second(at: datetime, zone: ZoneInfo) -> bool:
    return at.astimezone(zone).fold == 1
