"""Days kept as others may know them: no setback makes them less, and no one person stands out of a sum."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from openchair.paths.ledger import Event, Noted
from openchair.paths.tests.lives import lives, noted, started
from openchair.people.own_days import Home
from openchair.together.stages import Stage, days_kept, stage_of, sum_of

HOME = Home("UTC")
TODAY = date(2021, 3, 1)


@pytest.mark.parametrize(
    ("days", "stage"),
    [(0, "week"), (6, "week"), (7, "month"), (30, "season"), (90, "year"), (364, "year"), (365, "years")],
)
def test_a_stage_is_about_how_far(days: int, stage: str) -> None:
    assert stage_of(days) == Stage(stage)


@given(lives(), some.integers(0, 400), some.booleans())
def test_noting_a_setback_takes_away_nothing_that_was_kept(events: list[Event], ago: int, anew: bool) -> None:
    at = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)
    on = max(TODAY - timedelta(days=ago), events[-1].on)
    number = len(events) + 1
    setback = replace(noted(number, Noted.SETBACK, on, ends_run=anew), at=at)
    again = [noted(number + 1, Noted.RESTART, on, of=number)] if anew else []
    before, after = (days_kept(held, TODAY, HOME) for held in (events, [*events, setback, *again]))
    assert after >= before


def test_days_go_on_after_a_setback_of_long_ago_that_is_noted_today() -> None:
    at = datetime(2021, 3, 1, 12, tzinfo=UTC)
    late = replace(noted(2, Noted.SETBACK, date(2021, 1, 10)), at=at)
    events = [started(date(2021, 1, 1)), late]
    days = [days_kept(events, TODAY + timedelta(days=ahead), HOME) for ahead in range(3)]
    assert days == [59, 59, 60]


@pytest.mark.parametrize(
    ("parts", "together"), [([], 0), ([9, 9], 0), ([5, 5, 5], 15), ([7000, 100, 100, 10], 310)]
)
def test_nobody_s_part_of_a_sum_is_greater_than_the_third(parts: list[int], together: int) -> None:
    assert sum_of(parts) == together


@given(some.lists(some.integers(0, 9000), min_size=10, max_size=30), some.integers(0, 9000))
def test_one_more_person_adds_no_more_than_what_others_have(parts: list[int], one: int) -> None:
    third = sorted(parts, reverse=True)[1]
    assert sum_of([*parts, one]) - sum_of(parts) <= 3 * third
