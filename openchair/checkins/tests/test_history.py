"""Looking back: plots with their gaps, numbers under them, a month of days, one sentence that can go."""

import json
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from openchair.checkins.looking_back import first_of, shown
from openchair.checkins.models import CheckIn, HiddenReading
from openchair.checkins.month import end_of_month, month, month_named
from openchair.checkins.reading import sentence
from openchair.checkins.tests.days import MORNING, TODAY, send, years
from openchair.checkins.told import Told
from openchair.people.tests.steps import text_of
from tests.cast import Cast, client_of, the_cast

FIVE_YEARS = 5 * 365


def days_ago(**moods: int) -> dict[date, Told]:
    """Days by how long ago they were: `days_ago(d0=3, d4=5)`."""
    return {TODAY - timedelta(days=int(name[1:])): Told(mood) for name, mood in moods.items()}


@pytest.fixture
def cast() -> Cast:
    return the_cast()


@pytest.fixture
def ben(cast: Cast) -> Client:
    return client_of(cast.ben)


def test_a_gap_stays_a_gap() -> None:
    [mood] = shown(days_ago(d0=3, d1=4, d4=5), TODAY - timedelta(days=6), TODAY)
    assert [len(run) for run in mood.plot.runs] == [1, 2] and mood.name == "mood"
    assert len(list(mood.plot.paths)) == 1 and len(list(mood.plot.points)) == 3
    assert mood.plot.told == "From 8 Mar 2026 to 14 Mar 2026: 3 days. Lowest: okay. Highest: very good."
    assert mood.lines[0] == ["14 Mar 2026", "okay"]


def test_a_long_time_is_drawn_by_the_week() -> None:
    days = {TODAY - timedelta(days=ago): Told(ago % 5 + 1, ago % 11) for ago in range(700)}
    mood, craving = shown(days, first_of("all", days, TODAY), TODAY)
    assert 100 <= len(mood.lines) <= 102 and len(craving.plot.runs) == 1 and mood.heads[0] == "Week from"
    for drawn in (mood.plot, craving.plot):
        assert all(0 <= x <= drawn.width and 0 <= y <= drawn.height for x, y in drawn.points)


@pytest.mark.parametrize(
    ("this", "last", "said"),
    [
        ((2, 3, 2), (6, 5, 7), "Cravings were lower this week than last. Is that right?"),
        ((8, 9, 8), (1, 2, 1), "Cravings were stronger this week than last. Is that right?"),
        ((3, 3, 3), (3, 3, 3), "This week was much like the last. Is that right?"),
        ((3, 3), (9, 9, 9), ""),
    ],
)
def test_the_sentence_asks_and_of_few_days_it_says_nothing(
    this: tuple[int, ...], last: tuple[int, ...], said: str
) -> None:
    days = {TODAY - timedelta(days=ago): Told(3, craving) for ago, craving in enumerate(this)}
    days |= {TODAY - timedelta(days=ago + 7): Told(3, craving) for ago, craving in enumerate(last)}
    assert sentence(days, TODAY) == said


def test_moods_are_compared_where_cravings_are_not_told() -> None:
    days = days_ago(d0=4, d1=4, d2=5, d7=2, d8=3, d9=2)
    assert sentence(days, TODAY).startswith("Your mood was higher")
    assert (
        sentence({TODAY - timedelta(days=7) * 2 + (TODAY - day): one for day, one in days.items()}, TODAY)
        == ""
    )


@pytest.mark.parametrize(
    ("name", "first"),
    [("2024-02", date(2024, 2, 1)), ("2026-04", TODAY.replace(day=1)), ("x", TODAY.replace(day=1))],
)
def test_a_month_is_found_by_its_name(name: str, first: date) -> None:
    assert month_named(name, TODAY) == first


def test_a_month_has_all_its_days_and_whole_weeks() -> None:
    leap = month(date(2024, 2, 1), TODAY, {date(2024, 2, 29)}, lambda day: f"/{day}/")
    cells = [cell for week in leap.weeks for cell in week if cell]
    assert [cell.number for cell in cells] == list(range(1, 30)) and {len(week) for week in leap.weeks} == {7}
    assert [cell.number for cell in cells if cell.looked] == [29]
    assert (leap.earlier, leap.later, end_of_month(date(2026, 12, 1))) == (
        "2024-01",
        "2024-03",
        date(2026, 12, 31),
    )


@pytest.mark.django_db
@time_machine.travel(MORNING, tick=False)
@pytest.mark.parametrize("span", ["7", "30", "90", "all", "nonsense"])
def test_five_years_are_shown_with_as_many_questions_as_a_week(cast: Cast, ben: Client, span: str) -> None:
    years(cast.ben, 7)
    queries(ben, span)
    few = queries(ben, span)
    CheckIn.objects.all().delete()
    years(cast.ben, FIVE_YEARS)
    assert queries(ben, span) == few <= 6


def queries(browser: Client, span: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        page = browser.get(reverse("check-ins"), {"span": span}).text
    assert page.count('<svg class="plot"') == 2 and "The same as a table" in page
    return len(asked)


@pytest.mark.django_db
@time_machine.travel(MORNING, tick=False)
def test_today_costs_the_same_after_five_years(cast: Cast, ben: Client) -> None:
    with CaptureQueriesContext(connection) as before:
        ben.get("/today/")
    years(cast.ben, FIVE_YEARS)
    with CaptureQueriesContext(connection) as after:
        assert "You checked in at 08:10." in text_of(ben.get("/today/").content)
    assert len(after) <= len(before) <= 10


@pytest.mark.django_db
@time_machine.travel(MORNING, tick=False)
def test_the_sentence_can_be_hidden_and_come_back(cast: Cast, ben: Client) -> None:
    years(cast.ben, 20)
    assert "Is that right?" in ben.get(reverse("check-ins")).text
    page = ben.post(reverse("check-ins-notes-hidden"), follow=True).text
    assert "Is that right?" not in page and HiddenReading.objects.get().person == cast.ben
    assert "Is that right?" in ben.post(reverse("check-ins-notes"), follow=True).text
    assert not HiddenReading.objects.exists()


@pytest.mark.django_db
@time_machine.travel(MORNING, tick=False)
def test_everything_can_be_taken_along_and_no_cell_is_a_formula(cast: Cast, ben: Client) -> None:
    send(ben, note="=HYPERLINK(1)", craving="4", halt=["tired"])
    table = ben.get(reverse("check-ins-table"))
    assert table["Content-Disposition"] == 'attachment; filename="notes.csv"'
    assert table.content.decode("utf-8-sig").splitlines()[1] == f"{TODAY},08:10,3,4,tired,,,,,'=HYPERLINK(1)"
    [row] = json.loads(ben.get(reverse("check-ins-json")).content)
    assert (row["day"], row["mood"], row["note"], row["talked"]) == (str(TODAY), 3, "=HYPERLINK(1)", None)
    assert client_of(cast.amara).get(reverse("check-ins-json")).content == b"[]\n"


@pytest.mark.django_db
@time_machine.travel(MORNING, tick=False)
def test_a_day_that_cannot_be_read_is_a_gap_and_breaks_no_page(cast: Cast, ben: Client) -> None:
    years(cast.ben, 3)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE checkins_checkin SET told = %s WHERE day = %s", [b"\x01\x01" + bytes(80), TODAY]
        )
    page = ben.get(reverse("check-ins")).text
    assert page.count("plot-point") == 4
    assert "cannot be read" in ben.get(reverse("check-in-day", args=[str(TODAY)])).text
    assert "You checked in today." in text_of(ben.get("/today/").content)
