"""Days worth marking come when the calendar says, and nobody loses one."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from openchair.paths.about import About, Kind
from openchair.paths.calendar import months_after, months_between
from openchair.paths.ledger import Event, Noted, Precision
from openchair.paths.milestones import (
    SEATS,
    Milestone,
    Unit,
    next_of,
    of_this_run,
    preset_for,
    reached,
    seats_filled,
    sets,
    was_reached,
)
from openchair.paths.reckoning import reckon
from openchair.paths.tests.lives import FIRST, around, lives, noted, started

NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
ALL = About("Wine", sets=tuple(sets()), own_days=(45, 200))
LATER = some.integers(0, 1500).map(lambda days: FIRST + timedelta(days=days))
pytestmark = pytest.mark.requirement("S26")


def keys(about: About, today: str, *events: Event, now: datetime = NOON) -> list[str]:
    """What was reached by a day."""
    return [one.milestone.key for one in reached(reckon(events, date.fromisoformat(today)), about, now)]


def test_months_end_where_they_end() -> None:
    ends = [months_after(date(2027, 1, 31), months).isoformat() for months in range(1, 4)]
    assert ends == ["2027-02-28", "2027-03-31", "2027-04-30"]
    assert months_after(date(2028, 1, 31), 1) == date(2028, 2, 29)


def test_the_twenty_ninth_of_february_comes_round_every_year() -> None:
    born = date(2024, 2, 29)
    assert [months_after(born, 12 * year) for year in (1, 4)] == [date(2025, 2, 28), date(2028, 2, 29)]
    assert months_after(born, 12, leap_to_march=True) == date(2025, 3, 1)
    assert months_after(born, 48, leap_to_march=True) == date(2028, 2, 29)
    assert months_after(born, 1, leap_to_march=True) == date(2024, 3, 29)


@given(start=some.dates(), months=some.integers(0, 2000))
def test_months_only_go_forward_and_are_counted_back(start: date, months: int) -> None:
    end = months_after(start, months)
    assert end <= months_after(start, months + 1)
    if end < date.max:
        assert months_between(start, end) in {
            months,
            months + 1,
        }  # 31 January and 28 February are both a month
        assert (end.year - start.year) * 12 + end.month - start.month == months


def test_a_day_is_twenty_four_hours_where_an_hour_was_given() -> None:
    moment = datetime(2026, 6, 30, 20, tzinfo=UTC)
    evening, plain = started(date(2026, 6, 30), moment=moment), started(date(2026, 6, 30))
    about = About("Wine", sets=("usual",))
    assert keys(about, "2026-07-01", plain) == ["hours-24"]
    assert keys(about, "2026-07-01", evening, now=moment + timedelta(hours=23, minutes=59)) == []
    assert keys(about, "2026-07-01", evening, now=moment + timedelta(hours=24)) == ["hours-24"]


def test_who_counts_today_marks_the_thirtieth_day_as_they_read_it() -> None:
    start, about = started(date(2026, 6, 1)), About("Wine", sets=("usual",), from_one=True)
    today = date(2026, 6, 30)
    assert reckon([start], today, counts_today=True).number() == 30
    assert keys(about, "2026-06-30", start)[-1] == "days-30"
    assert keys(About("Wine"), "2026-06-30", start)[-1] == "days-21"


def test_around_a_month_one_marks_months_and_around_a_year_whole_years() -> None:
    month, year = (around(date(2024, 1, 1), one) for one in (Precision.MONTH, Precision.YEAR))
    assert keys(ALL, "2025-07-02", month)[:2] == ["months-1", "months-2"]
    assert keys(ALL, "2026-07-02", year) == ["months-12", "months-24"]


@given(events=lives(), today=LATER, later=some.integers(0, 500))
def test_nobody_loses_a_chip_as_days_pass(events: list[Event], today: date, later: int) -> None:
    before, after = (
        {one.milestone for one in reached(reckon(events, day), ALL, NOON)}
        for day in (today, today + timedelta(days=later))
    )
    assert before <= after


@given(events=lives(), today=LATER)
def test_a_setback_takes_no_chip_away(events: list[Event], today: date) -> None:
    until = max(today, *(one.on for one in events))
    before = reached(reckon(events, until), ALL, NOON)
    setback = noted(99, Noted.SETBACK, until, ends_run=True)
    after = reached(reckon([*events, setback], until), ALL, NOON)
    assert {one.milestone for one in before} <= {one.milestone for one in after}


@given(events=lives(), today=LATER)
def test_the_ring_fills_towards_what_comes_next(events: list[Event], today: date) -> None:
    found = reckon(events, today)
    known = of_this_run(found, ALL)
    ahead = next_of(known, found, NOON)
    assert 0 <= seats_filled(known, found, ahead) <= SEATS
    if ahead is not None:
        assert ahead.on > today or ahead.milestone.unit is Unit.HOURS
        assert seats_filled(known, found, ahead) < SEATS


def test_sets_are_data_and_every_milestone_has_a_name_for_an_address() -> None:
    assert set(ALL.sets) == {"early", "usual", "weeks", "monthly", "hundreds"}
    assert Milestone(Unit.DAYS, 30) in sets()["usual"].marks
    assert Milestone(Unit.MONTHS, 18).key == "months-18"
    assert Milestone.of_key("months-18") == Milestone(Unit.MONTHS, 18)


def test_every_kind_of_path_begins_with_a_set_of_its_own() -> None:
    assert {kind: preset_for(kind) for kind in Kind} == {
        Kind.ABSTAIN: ("early", "usual"),
        Kind.MEDICATION: ("early", "usual"),
        Kind.REDUCE: ("weeks",),
        Kind.LIMIT: ("weeks",),
        Kind.SITUATION: ("weeks",),
        Kind.FAMILY: ("monthly",),
    }


def test_months_of_one_s_own_are_marked_and_what_is_left_out_is_not() -> None:
    start, about = started(date(2026, 1, 1)), About("Wine", sets=("usual",), own_months=(5,))
    assert keys(about, "2026-07-01", start)[-3:] == ["days-90", "months-5", "months-6"]
    without = replace(about, without=("months-6", "hours-24"))
    assert keys(without, "2026-07-01", start) == ["days-30", "days-60", "days-90", "months-5"]


def test_what_was_reached_is_known_whether_it_is_marked_or_not() -> None:
    counted, about = reckon([started(date(2026, 1, 1))], date(2026, 7, 1)), About("Wine", sets=())
    came = [Milestone.of_key(key) for key in ("hours-24", "days-181", "months-6")]
    assert all(was_reached(one, counted, about, NOON) for one in came)
    assert not any(
        was_reached(Milestone.of_key(key), counted, about, NOON) for key in ("days-182", "months-7")
    )
