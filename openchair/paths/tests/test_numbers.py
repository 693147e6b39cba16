"""What the page of a path says of its days, in the order that its owner chose."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from openchair.paths import noting
from openchair.paths.about import About, First, Kind
from openchair.paths.models import Path
from openchair.paths.noting import When
from openchair.paths.tests.scene import a_path, today
from openchair.people.models import Person
from openchair.people.tests.steps import text_of
from tests.cast import Cast, client_of, the_cast

pytestmark = pytest.mark.django_db
NOON = datetime.fromisoformat("2026-05-01T12:00:00Z")


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def begun_anew(person: Person, *, days: int = 400, about: About | None = None) -> Path:
    """A path on which a new run began ten days ago."""
    path, on = a_path(person, days=days, about=about), When(today(person) - timedelta(days=10))
    noting.set_back(path=path, when=on, again=on)
    return path


def page_of(path: Path) -> str:
    """Its page, read aloud."""
    answer = client_of(path.person).get(reverse("path", args=[path.public_id]))
    assert answer.status_code == 200
    return text_of(answer.content)


@time_machine.travel(NOON, tick=False)
@pytest.mark.requirement("S26")
def test_shares_the_longest_time_and_every_time_are_listed(cast: Cast) -> None:
    page = page_of(begun_anew(cast.ben))
    assert "Since 27 March 2025" in page and "The longest time 390 days" in page
    assert "29 of the last 30 · 89 of the last 90 · 364 of the last 365" in page
    every_time = "From To How long 21 April 2026 now 10 days 27 March 2025 21 April 2026 390 days"
    assert f"Every time {every_time}" in page


@time_machine.travel(NOON, tick=False)
@pytest.mark.requirement("S26")
@pytest.mark.parametrize(
    ("days", "words"),
    [(5, "5 of the last 5"), (45, "29 of the last 30"), (100, "29 of the last 30 · 89 of the last 90")],
)
def test_shares_look_no_further_back_than_the_path_reaches(cast: Cast, days: int, words: str) -> None:
    page = page_of(begun_anew(cast.ben, days=days) if days > 10 else a_path(cast.ben, days=days))
    assert f"Days without a setback {words} " in page and page.count(" of the last ") == words.count(" of ")
    assert ("Every time" in page) == (days > 10)


@pytest.mark.requirement("S26")
@pytest.mark.parametrize(
    ("hours", "big", "words"),
    [
        (0, "Day one", "This time begins today"),
        (1, "1 hour", "1 hour sober this time"),
        (71, "71 hours", "71 hours sober this time"),
        (72, "3 days", "3 days sober this time"),
    ],
)
def test_hours_are_counted_until_there_are_three_days(cast: Cast, hours: int, big: str, words: str) -> None:
    about = About("Wine", word="sober", first=First.RUN)
    with time_machine.travel(NOON, tick=False):
        path = noting.begin(person=cast.ben, about=about, when=When(NOON.date(), moment=NOON))
    with time_machine.travel(NOON + timedelta(hours=hours), tick=False):
        page = page_of(path)
    assert f"Wine {big} " in page and words in page and " 0 hours" not in page


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("2026-04-25T12:00:00Z", "23 of 24 days within your plan this month"),
        ("2026-05-01T12:00:00Z", "This month has just begun"),
        ("2026-05-02T12:00:00Z", "1 of 1 day within your plan this month"),
    ],
)
def test_days_within_a_plan_begin_anew_with_each_month(cast: Cast, at: str, words: str) -> None:
    with time_machine.travel("2026-04-25T12:00:00Z", tick=False):
        path = a_path(cast.ben, days=100, about=About("Beer", Kind.REDUCE))
        noting.set_back(path=path, when=When(date(2026, 4, 10)), again=None)
    with time_machine.travel(at, tick=False):
        assert words in page_of(path)
        assert "within your plan" not in page_of(a_path(cast.ben, days=100))


@time_machine.travel(NOON, tick=False)
@pytest.mark.requirement("S26")
@pytest.mark.parametrize(
    ("first", "words"),
    [
        (First.KEPT, ["400 days", "400 days kept in all", "10 days this time"]),
        (First.RUN, ["10 days", "10 days this time", "400 days kept in all"]),
        (First.NONE, []),
    ],
)
def test_which_number_stands_first_is_the_owner_s_choice(cast: Cast, first: First, words: list[str]) -> None:
    path = begun_anew(cast.ben, about=About("Wine", first=first))
    home = text_of(client_of(cast.ben).get(reverse("today")).content)
    for page in (page_of(path), home):
        shown = page[page.index("Wine") :]
        places = [shown.index(one) for one in words]
        assert places == sorted(places)
        for never in () if words else ("kept in all", "this time", "of the last", "Since", "Every time"):
            assert never not in page
