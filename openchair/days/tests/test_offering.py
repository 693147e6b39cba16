"""A meeting near in time, for somebody to whom something happened."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from openchair.meetings.tests.recipes import NOW, series_at
from openchair.people.tests.steps import text_of
from tests.cast import Cast, client_of, the_cast
from tests.recipes import group

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    with time_machine.travel(NOW, tick=False):
        return the_cast()


@time_machine.travel(NOW, tick=False)
@pytest.mark.parametrize(
    ("minutes", "shown"),
    [((-10, 30, 90), 0), ((30, 50, 90), 0), ((90, 50, 60 * 30), 1), ((61, 90, 60 * 30), None), ((), None)],
)
def test_one_that_is_on_stands_there_or_the_next_within_the_hour(
    cast: Cast, minutes: tuple[int, ...], shown: int | None
) -> None:
    for number, one in enumerate(minutes):
        series_at(cast.harbour, NOW + timedelta(minutes=one), name=f"Circle {number}")
    page = text_of(client_of(cast.ben).get(reverse("moments-talk")).content)
    for number in range(len(minutes)):
        assert (f"Circle {number}" in page) == (number == shown)
    assert "All meetings" in page


@time_machine.travel(NOW, tick=False)
def test_a_meeting_one_may_not_know_of_is_not_offered(cast: Cast) -> None:
    series_at(group(cast.dana, name="Mole"), NOW, name="Elsewhere")
    series_at(group(cast.dana, name="Pier", listed=True), NOW + timedelta(minutes=20), name="For anybody")
    page = text_of(client_of(cast.ben).get(reverse("moments-talk")).content)
    assert "Elsewhere" not in page and "For anybody" in page
