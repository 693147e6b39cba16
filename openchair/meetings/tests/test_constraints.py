"""What the database refuses, whoever asks."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from django.db import IntegrityError, transaction

from openchair.meetings.models import Attendance, Cancellation, Claim, Occurrence, Series
from openchair.meetings.tests.recipes import NOW, harbour, next_occurrence, series
from tests.recipes import member, person

pytestmark = pytest.mark.django_db

NONSENSE: list[dict[str, object]] = [
    {"weekday": 7},
    {"weekday": None},
    {"on": date(2026, 12, 24)},
    {"minutes": 4},
    {"minutes": 721},
    {"capacity": 1},
    {"capacity": 5001},
    {"door": "ajar"},
    {"chat_rule": "shouting"},
    {"format": "lecture"},
    {"next_end": None},
    {"next_start": NOW, "next_end": NOW},
    {"ended_at": NOW},
]


def refused(write: Callable[[], object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        write()


@pytest.mark.parametrize("change", NONSENSE, ids=str)
def test_a_meeting_that_makes_no_sense_is_refused(change: dict[str, object]) -> None:
    made = series(harbour())
    refused(lambda: Series.objects.filter(pk=made.pk).update(**change))


def test_a_meeting_has_a_name() -> None:
    made = series(harbour())
    made.name = ""
    refused(made.save)


def test_a_date_is_planned_once_and_held_once() -> None:
    made = series(harbour())
    first = next_occurrence(made)
    day, start, end = timedelta(days=1), first.starts_at, first.ends_at
    write = partial(Occurrence.objects.create, series=made)
    refused(lambda: write(planned_at=start - day, starts_at=start, ends_at=end))
    refused(lambda: write(planned_at=start, starts_at=start + day, ends_at=end + day))


def test_an_occurrence_ends_after_it_starts() -> None:
    first = next_occurrence(series(harbour()))
    refused(lambda: Occurrence.objects.filter(pk=first.pk).update(ends_at=first.starts_at))


def test_a_reading_has_one_reader_and_a_name() -> None:
    here = harbour()
    first = next_occurrence(series(here))
    ben, chidi = (member(here, person(name)) for name in ("ben", "chidi"))
    Claim.objects.create(occurrence=first, reading="opening", membership=ben)
    refused(lambda: Claim.objects.create(occurrence=first, reading="opening", membership=chidi))
    refused(lambda: Claim.objects.create(occurrence=first, reading="", membership=chidi))


def test_a_date_is_cancelled_once() -> None:
    first = next_occurrence(series(harbour()))
    Cancellation.objects.create(occurrence=first, group=first.series.group, at=NOW)
    refused(lambda: Cancellation.objects.create(occurrence=first, group=first.series.group, at=NOW))


def test_an_exact_count_of_those_who_came_is_refused() -> None:
    first = next_occurrence(series(harbour()))
    refused(lambda: Attendance.objects.create(occurrence=first, about=13))


@pytest.mark.parametrize(("came", "kept"), [(0, 0), (4, 0), (5, 10), (14, 10), (15, 20), (203, 200)])
def test_attendance_is_kept_rounded(came: int, kept: int) -> None:
    first = next_occurrence(series(harbour()))
    Attendance.note(first, 99)
    Attendance.note(first, came)
    assert Attendance.objects.get().about == kept
