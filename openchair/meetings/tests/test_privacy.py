"""What meetings keep about a person, give to them, and let go."""

from datetime import timedelta

from openchair.meetings import cancelling, claiming
from openchair.meetings.forgetting import KEPT_FOR, forget_past_dates
from openchair.meetings.models import Attendance, Cancellation, Claim, Series
from openchair.meetings.privacy import KEPT
from openchair.meetings.tests.recipes import next_occurrence, series, start_of
from tests.cast import Cast
from tests.recipes import host_of

WEEK = timedelta(weeks=1)


def read_and_call_off(cast: Cast) -> Series:
    """Amara reads at the first date, and calls the second one off."""
    made, amara = series(cast.harbour), host_of(cast.harbour)
    first = next_occurrence(made).starts_at
    claiming.claim(series=made, start=first, membership=amara, reading="welcome")
    cancelling.cancel(series=made, start=first + WEEK, by=amara, why="I am at my sister's")
    return made


def test_a_person_gets_what_is_kept_about_them(cast: Cast) -> None:
    made = read_and_call_off(cast)
    hers = {kept.model: list(kept.export(cast.amara)) for kept in KEPT}
    start = start_of(made)
    assert hers[Claim] == [{"meeting": "Evening meeting", "date": start, "reading": "welcome"}]
    assert hers[Cancellation][0]["why"] == "I am at my sister's"
    assert all(list(kept.export(cast.ben)) == [] for kept in KEPT)


def test_erasing_leaves_the_date_called_off_and_nothing_of_the_person(cast: Cast) -> None:
    made = read_and_call_off(cast)
    for kept in KEPT:
        kept.erase(cast.amara)
    assert not Claim.objects.exists()
    left = Cancellation.objects.get()
    assert left.by is None and not left.why
    assert next(made.upcoming(start_of(made) + WEEK)).start == start_of(made) + 2 * WEEK


def test_thirty_days_after_a_date_only_the_rounded_count_is_left(cast: Cast) -> None:
    made = read_and_call_off(cast)
    first, second = made.occurrences.order_by("starts_at")
    Attendance.note(first, 12)
    forget_past_dates(first.ends_at + KEPT_FOR)
    assert Claim.objects.count() == Cancellation.objects.count() == 1
    forget_past_dates(second.ends_at + KEPT_FOR + timedelta(seconds=1))
    assert Claim.objects.count() == Cancellation.objects.count() == 0
    assert Attendance.objects.get().about == 10
