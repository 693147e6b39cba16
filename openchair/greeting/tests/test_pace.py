"""After how long answers come: a number of the group, said in words, and only of many."""

from datetime import timedelta

import pytest

from openchair.greeting.pace import usual_time
from openchair.greeting.saying import about
from openchair.greeting.tests.scene import a_harbour, answered, greets, page_of
from openchair.shares.tests.scene import shared
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return a_harbour()


def many(cast: Cast, times: list[float]) -> None:
    for after in times:
        answered(cast.harbour, cast.ben, hours_ago=200, after=after)


def test_it_is_said_of_ten_answered_shares_and_not_of_nine(cast: Cast) -> None:
    many(cast, [1, 1, 1, 2, 2, 2, 30, 30, 30])
    assert usual_time(cast.harbour) == ""
    assert "first answers of the last" not in page_of(cast, cast.ben, "")
    many(cast, [30])
    assert usual_time(cast.harbour) == "about 2 hours"
    line = "Half of the first answers of the last three months came within about 2 hours."
    assert line in page_of(cast, cast.ben, "") and line in page_of(cast, cast.amara)


def test_old_answers_and_those_for_few_eyes_do_not_count(cast: Cast) -> None:
    many(cast, [2] * 9)
    answered(cast.harbour, cast.ben, hours_ago=91 * 24)
    share = shared(cast.harbour, cast.ben, audience="hosts")
    share.answered_at = share.posted_at
    share.save()
    assert usual_time(cast.harbour) == ""


def test_those_who_still_wait_are_counted_for_whoever_sees_the_queue(cast: Cast) -> None:
    greets(cast.harbour, cast.chidi)
    for hours in (20, 30, 40):
        shared(cast.harbour, cast.ben, hours_ago=hours)
    assert "3 shares wait here." in page_of(cast, cast.chidi)
    assert "Waiting for a first answer" in page_of(cast, cast.chidi, "")
    assert "Waiting for a first answer" not in page_of(cast, cast.ben, "")


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (4, "a few minutes"),
        (30, "about half an hour"),
        (70, "about an hour"),
        (130, "about 2 hours"),
        (60 * 21, "about 21 hours"),
        (60 * 24, "about a day"),
        (60 * 60, "about 2 days"),
    ],
)
def test_a_time_is_rounded_into_words(minutes: int, said: str) -> None:
    assert about(timedelta(minutes=minutes)) == said
