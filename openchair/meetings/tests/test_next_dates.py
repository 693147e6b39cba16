"""The next date of a meeting as the database keeps it."""

from datetime import date, datetime, time, timedelta
from itertools import islice

import pytest

from openchair.meetings.models import Cancellation, Occurrence, Series
from openchair.meetings.tests.recipes import NOW, harbour, next_occurrence, series

pytestmark = pytest.mark.django_db
WEEK = timedelta(weeks=1)
TUESDAY_EVENING = datetime.fromisoformat("2026-11-24 19:00Z")


def test_a_new_meeting_knows_when_it_is_next() -> None:
    made = series(harbour())
    assert made.next == (TUESDAY_EVENING, TUESDAY_EVENING + timedelta(hours=1))


def test_advancing_moves_what_has_ended_and_leaves_the_rest() -> None:
    here = harbour()
    over, on, later = (series(here, wall=time(h)) for h in (12, 20, 22))
    now = TUESDAY_EVENING + timedelta(minutes=30)
    assert Series.objects.advance(now) == 1
    starts = dict(Series.objects.values_list("pk", "next_start"))
    assert starts[over.pk] == TUESDAY_EVENING - timedelta(hours=8) + WEEK
    assert starts[on.pk] == on.next_start and starts[later.pk] == later.next_start


def test_advancing_crosses_the_end_of_summer() -> None:
    made = series(harbour(), now=datetime.fromisoformat("2026-10-20 00:00Z"))
    assert made.next_start == datetime.fromisoformat("2026-10-20 18:00Z")
    Series.objects.advance(datetime.fromisoformat("2026-10-21 00:00Z"))
    made.refresh_from_db()
    assert made.next_start == datetime.fromisoformat("2026-10-27 19:00Z")


def test_a_single_meeting_that_is_over_has_no_next_date() -> None:
    made = series(harbour(), weekday=None, on=date(2026, 11, 24))
    assert Series.objects.advance(TUESDAY_EVENING + timedelta(hours=1)) == 1
    made.refresh_from_db()
    assert made.next is None
    assert Series.objects.advance(TUESDAY_EVENING + WEEK) == 0


def test_an_ended_meeting_stays_ended_when_others_advance() -> None:
    made = series(harbour())
    made.end(NOW)
    assert Series.objects.recompute(NOW) == 0
    made.refresh_from_db()
    assert made.next is None and list(made.upcoming(NOW)) == []


def test_a_cancelled_date_is_passed_over_and_a_moved_one_keeps_its_new_time() -> None:
    made = series(harbour())
    first = next_occurrence(made)
    Cancellation.objects.create(occurrence=first, group=made.group, at=NOW)
    second = made.occurrence_at(first.starts_at + WEEK)
    second.starts_at, second.ends_at = (at - timedelta(days=2) for at in (second.starts_at, second.ends_at))
    second.save()
    starts = [span.start - TUESDAY_EVENING for span in islice(made.upcoming(NOW), 3)]
    assert starts == [timedelta(days=5), 2 * WEEK, 3 * WEEK]
    assert Series.objects.recompute(NOW) == 1
    made.refresh_from_db()
    assert made.next_start == second.starts_at


def test_an_occurrence_is_written_once_and_keeps_its_name() -> None:
    made = series(harbour())
    assert Occurrence.objects.count() == 0
    first = next_occurrence(made)
    assert next_occurrence(made) == first and first.public_id == next_occurrence(made).public_id


def test_there_is_no_occurrence_at_a_time_the_meeting_does_not_have() -> None:
    made = series(harbour())
    with pytest.raises(Occurrence.DoesNotExist):
        made.occurrence_at(TUESDAY_EVENING + timedelta(minutes=1))


def test_the_old_time_of_a_moved_date_opens_nothing() -> None:
    made = series(harbour())
    moved = next_occurrence(made)
    moved.starts_at, moved.ends_at = (at + timedelta(hours=2) for at in (moved.starts_at, moved.ends_at))
    moved.save()
    assert made.occurrence_at(moved.starts_at) == moved
    with pytest.raises(Occurrence.DoesNotExist):
        made.occurrence_at(moved.planned_at)
