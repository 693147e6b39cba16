"""What a ledger comes to, against marks made with a pencil, one day after the other."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from openchair.paths.ledger import Event, Noted, event, standing
from openchair.paths.reckoning import Reckoning, reckon
from openchair.paths.tests.lives import FIRST, by_pencil, lives, lives_put_right, noted, started

LATER = some.integers(0, 700).map(lambda days: FIRST + timedelta(days=days))
pytestmark = pytest.mark.requirement("S26")


def on(day: str, *events: Event, counts_today: bool = False) -> Reckoning:
    """A ledger on a day."""
    return reckon(events, date.fromisoformat(day), counts_today=counts_today)


@given(events=lives(), today=LATER)
def test_it_is_what_the_pencil_says(events: list[Event], today: date) -> None:
    found, marks = reckon(events, today), by_pencil(events, today)
    begun = [run for run in found.runs if run.start < today]
    # A run that was over before its first night left no mark of its own.
    assert [found.number(run) for run in begun if found.number(run)] == [
        len(run) for run in marks.runs if run
    ]
    assert found.kept == len(marks.marked)
    assert found.longest == max(map(len, marks.runs), default=0)


@given(events=lives_put_right(), today=LATER)
def test_what_was_put_right_or_taken_back_counts_as_though_it_had_been_so(
    events: list[Event], today: date
) -> None:
    held = standing(events)
    found, marks = reckon(events, today), by_pencil(held, today)
    assert found.kept == len(marks.marked)
    assert found.longest == max(map(len, marks.runs), default=0)
    on = {one.number: one.on for one in held}
    assert all(one.of is None or on[one.of] <= one.on for one in held)


@given(events=lives_put_right(), today=LATER)
def test_whoever_only_ever_began_anew_is_counting(events: list[Event], today: date) -> None:
    active = [one for one in events if one.kind not in {Noted.PAUSE, Noted.END}]
    held = standing(active)
    begun = {one.of for one in held if one.kind is Noted.RESTART}
    if all(one.number in begun for one in held if one.ends_run):
        assert reckon(active, today).current is not None


@given(events=lives(), today=LATER, window=some.sampled_from([30, 90, 365]))
def test_shares_are_what_the_pencil_says(events: list[Event], today: date, window: int) -> None:
    found, marks = reckon(events, today), by_pencil(events, today)
    if today in marks.setbacks or not any(run.holds(today) for run in found.runs):
        return
    days = [today - timedelta(days=ago) for ago in range(1, window + 1)]
    days = [day for day in days if day >= events[0].on]
    assert found.share(window) == (len(set(days) & marks.marked - marks.setbacks), len(days))


@given(events=lives(), today=LATER, later=some.integers(1, 400), counts_today=some.booleans())
def test_no_number_falls_by_itself(
    events: list[Event], today: date, later: int, *, counts_today: bool
) -> None:
    known = [one for one in events if one.on <= today]
    then = today + timedelta(days=later)
    before, after = (reckon(known, day, counts_today=counts_today) for day in (today, then))
    assert after.kept >= before.kept
    assert after.longest >= before.longest
    assert after.number() >= before.number()
    for window in (30, 90, 365):
        assert after.share(window)[0] >= before.share(window)[0]
        assert after.share(window)[1] >= before.share(window)[1]
    assert len(after.runs) == len(before.runs)


def test_a_setback_and_a_rest_on_one_day_are_the_same_the_day_after() -> None:
    day = date(2026, 3, 1)
    held = [
        started(date(2026, 2, 1)),
        noted(2, Noted.SETBACK, day),
        noted(3, Noted.PAUSE, day),
    ]
    assert on("2026-03-01", *held).share(30) == on("2026-03-02", *held).share(30) == (28, 29)


@given(events=lives(), today=LATER)
def test_what_was_noted_survives_being_sealed(events: list[Event], today: date) -> None:
    from_words = [event(one.number, one.words()) for one in events]
    assert from_words == events
    assert reckon(from_words, today) == reckon(events, today)


def test_a_date_minus_a_date() -> None:
    assert on("2026-03-30", started(date(2026, 3, 28))).number() == 2  # 47 hours in Rome
    assert on("2011-12-31", started(date(2011, 12, 29))).number() == 2  # a night's sleep in Samoa
    assert on("2024-03-01", started(date(2024, 2, 28))).number() == 2
    assert on("2023-03-01", started(date(2023, 2, 28))).number() == 1


def test_who_counts_today_is_on_day_one_at_once() -> None:
    first = started(date(2026, 5, 1))
    assert [on(day, first, counts_today=True).number() for day in ("2026-05-01", "2026-05-02")] == [1, 2]
    assert on("2026-05-01", first).number() == 0
    assert on("2026-04-30", first, counts_today=True).number() == 0


def test_two_hundred_days_stay_after_a_setback() -> None:
    start, day = started(date(2026, 1, 1)), date(2026, 7, 20)
    before = on("2026-07-20", start)
    kept = on("2026-07-20", start, noted(2, Noted.SETBACK, day))
    anew = on(
        "2026-07-20", start, noted(2, Noted.SETBACK, day, ends_run=True), noted(3, Noted.RESTART, day, of=2)
    )
    assert before.kept == kept.kept == anew.kept == 200
    assert (kept.number(), anew.number(), anew.longest) == (200, 0, 200)
    assert kept.share(30) == (29, 30)


def test_a_pause_keeps_the_run_and_a_new_start_makes_another() -> None:
    start = started(date(2026, 1, 1))
    rest = noted(2, Noted.PAUSE, date(2026, 1, 11))
    again = noted(3, Noted.RESTART, date(2026, 2, 1))
    assert on("2026-01-20", start, rest).is_paused and on("2026-01-20", start, rest).number() == 10
    resumed = on("2026-02-03", start, rest, again)
    assert (resumed.number(), resumed.kept, len(resumed.runs)) == (12, 12, 1)
    assert resumed.current is not None and resumed.current.since == date(2026, 1, 22)


def test_the_first_three_days_are_counted_in_hours_that_passed() -> None:
    moment = datetime(2026, 3, 28, 23, tzinfo=UTC)  # the night in which Rome's clocks go forward
    found = on("2026-03-30", started(date(2026, 3, 29), moment=moment))
    assert found.hours(moment + timedelta(hours=23, minutes=59)) == 23
    assert found.hours(moment + timedelta(hours=71, minutes=59)) == 71
    assert found.hours(moment + timedelta(hours=72)) is None
    assert found.hours(moment - timedelta(minutes=1)) is None
    assert on("2026-03-30", started(date(2026, 3, 29))).hours(moment) is None


def test_a_day_within_ones_own_plan_is_a_day_without_a_setback() -> None:
    start = started(date(2026, 4, 20))
    over = [noted(2, Noted.SETBACK, date(2026, 5, 3)), noted(3, Noted.SETBACK, date(2026, 5, 9))]
    assert on("2026-05-10", start, *over).this_month() == (7, 9)
    assert on("2026-05-09", start, *over).this_month() == (7, 9)
    assert on("2026-05-01", start).this_month() == (0, 0)


def test_a_start_to_come_is_said_and_counts_nothing() -> None:
    found = on("2026-05-01", started(date(2026, 5, 4)))
    assert (found.begins_on, found.kept, found.number(), found.share(30)) == (date(2026, 5, 4), 0, 0, (0, 0))
