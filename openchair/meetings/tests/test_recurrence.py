"""When meetings are, on the days the clocks change and on all others."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

import pytest

from openchair.meetings.recurrence import Rule, holds, instant, next_span, spans_from

SUNDAY, TUESDAY, FRIDAY = 6, 1, 4


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


# zone, date, wall clock, the instant in UTC, and what is odd about it
CLOCKS = [
    ("Europe/Rome", "2026-03-28", "20:00", "2026-03-28 19:00", "the evening before the clocks go forward"),
    ("Europe/Rome", "2026-03-29", "20:00", "2026-03-29 18:00", "the evening after"),
    ("Europe/Rome", "2026-03-29", "02:30", "2026-03-29 01:30", "never shown: held at 03:30"),
    ("Europe/Rome", "2026-10-25", "02:30", "2026-10-25 00:30", "shown twice: the first"),
    ("America/New_York", "2026-03-08", "02:00", "2026-03-08 07:00", "the first missing minute"),
    ("America/New_York", "2026-11-01", "01:59", "2026-11-01 05:59", "the last doubled minute: the first"),
    ("Australia/Lord_Howe", "2026-10-04", "02:10", "2026-10-03 15:40", "a jump of half an hour"),
    ("America/Santiago", "2026-09-06", "00:00", "2026-09-06 04:00", "midnight itself is missing"),
    ("Asia/Kathmandu", "2026-06-01", "18:00", "2026-06-01 12:15", "a quarter of an hour"),
    ("Pacific/Apia", "2011-12-30", "19:00", "2011-12-31 05:00", "a whole day that never was"),
]


@pytest.mark.parametrize(("zone", "day", "wall", "expected", "why"), CLOCKS)
def test_a_wall_clock_time_is_one_instant(zone: str, day: str, wall: str, expected: str, why: str) -> None:
    assert instant(date.fromisoformat(day), time.fromisoformat(wall), zone) == utc(expected), why


def test_a_weekly_meeting_keeps_its_wall_clock_when_summer_begins() -> None:
    rule = Rule(wall=time(20), zone="Europe/Rome", minutes=60, weekday=TUESDAY)
    starts = [span.start for span in islice(spans_from(rule, utc("2026-03-20 00:00")), 3)]
    assert starts == [utc("2026-03-24 19:00"), utc("2026-03-31 18:00"), utc("2026-04-07 18:00")]


def test_a_meeting_that_is_on_counts_as_next_until_its_last_moment() -> None:
    rule = Rule(wall=time(20), zone="UTC", minutes=60, weekday=FRIDAY)
    friday, week_later = utc("2026-11-20 20:00"), utc("2026-11-27 20:00")
    for now, start in [("19:59", friday), ("20:00", friday), ("20:59", friday), ("21:00", week_later)]:
        span = next_span(rule, utc(f"2026-11-20 {now}"))
        assert span is not None and span.start == start


def test_a_single_date_comes_once() -> None:
    rule = Rule(wall=time(20), zone="Europe/Rome", minutes=90, on=date(2026, 12, 24))
    span = next_span(rule, utc("2026-11-01 00:00"))
    assert span == (utc("2026-12-24 19:00"), utc("2026-12-24 20:30"))
    assert next_span(rule, utc("2026-12-24 20:30")) is None


def test_an_hour_is_an_hour_when_the_clocks_change_within_it() -> None:
    rule = Rule(wall=time(1, 30), zone="America/New_York", minutes=60, weekday=SUNDAY)
    span = next_span(rule, utc("2026-11-01 00:00"))
    assert span is not None and span.end - span.start == timedelta(minutes=60)


def test_a_rule_knows_its_own_dates() -> None:
    rule = Rule(wall=time(20), zone="Europe/Rome", minutes=60, weekday=TUESDAY)
    assert holds(rule, utc("2026-11-24 19:00"))
    assert not holds(rule, utc("2026-11-24 19:30"))
    assert not holds(rule, utc("2026-11-25 19:00"))


@pytest.mark.parametrize("wrong", [{}, {"weekday": 1, "on": date(2026, 1, 1)}])
def test_a_rule_without_a_day_or_with_two_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="weekday or a date"):
        Rule(wall=time(20), zone="UTC", minutes=60, **wrong)  # type: ignore[arg-type]
