"""Small acts by the week: marked, shown kindly, let go."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from openchair.checkins import forgetting, habits
from openchair.checkins.models import Habit, Week
from openchair.checkins.tests.days import MORNING, TODAY
from openchair.checkins.week import week_of
from openchair.kit.clock import now
from tests.at_once import all_at_once, tab_of
from tests.cast import Cast, client_of, the_cast

MONDAY = date(2026, 3, 9)  # TODAY is the Saturday of this week


@pytest.fixture
def cast() -> Cast:
    return the_cast()


@pytest.fixture
def ben(cast: Cast) -> Client:
    return client_of(cast.ben)


def walk(cast: Cast) -> Habit:
    return habits.take_up(person=cast.ben, kind="walk", words="", day=TODAY)


@pytest.mark.django_db
@time_machine.travel(MORNING, tick=False)
def test_a_small_act_is_taken_up_and_marked(cast: Cast, ben: Client) -> None:
    ben.post(reverse("habit-new"), {"kind": "own", "words": "Water the plants"})
    habit = Habit.objects.get()
    page = ben.post(
        reverse("habits"), {"week": str(MONDAY), habit.public_id: ["0", "3", "6"]}, follow=True
    ).text
    assert Week.of(cast.ben, MONDAY) == {habit.public_id: [0, 3]}, "Sunday has not begun"
    assert "Water the plants" in page and "2 small acts on 2 days" in page
    assert page.count(f'name="{habit.public_id}"') == 6
    picture = page[page.index('<svg class="ring week"') :].partition("</svg>")[0]
    assert 'role="img" aria-label="2 small acts on 2 days' in picture
    assert (picture.count('class="seat-lit"'), picture.count("<rect ")) == (2, 7)
    ben.post(reverse("habits"), {"week": str(MONDAY)})
    assert Week.of(cast.ben, MONDAY) == {habit.public_id: []}


@pytest.mark.django_db
@time_machine.travel(MORNING, tick=False)
@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({}, "Choose one, or use your own words."),
        ({"kind": "jump"}, "Choose one, or use your own words."),
        ({"kind": "own"}, "Write a few words"),
        ({"kind": "own", "words": "x" * 61}, "Please keep it to 60 letters"),
    ],
)
def test_what_cannot_be_taken_up_is_told(ben: Client, typed: dict[str, str], words: str) -> None:
    answer = ben.post(reverse("habit-new"), typed)
    assert answer.status_code == 422 and words in answer.content.decode()
    assert typed.get("words", "") in answer.content.decode() and not Habit.objects.exists()


@pytest.mark.django_db
@time_machine.travel(MORNING, tick=False)
def test_the_same_twice_is_one_and_thirteen_are_too_many(cast: Cast, ben: Client) -> None:
    assert walk(cast).pk == walk(cast).pk
    for number in range(habits.MOST - 1):
        habits.take_up(person=cast.ben, kind="own", words=f"Act {number}", day=TODAY)
    answer = ben.post(reverse("habit-new"), {"kind": "sleep"})
    assert answer.status_code == 422 and "Let one go first" in answer.content.decode()
    assert Habit.objects.count() == habits.MOST


@pytest.mark.django_db(transaction=True)
@time_machine.travel(MORNING, tick=False)
@pytest.mark.requirement("S18")
def test_twenty_at_once_take_up_one_act_and_keep_one_week(cast: Cast, ben: Client) -> None:
    tabs = [tab_of(ben) for _one in range(20)]
    all_at_once(lambda n: tabs[n].post(reverse("habit-new"), {"kind": "walk", "submit_id": f"n{n}"}))
    [habit] = Habit.objects.all()
    fields = {"week": str(MONDAY), habit.public_id: ["1"]}
    answers = all_at_once(lambda n: tabs[n].post(reverse("habits"), {**fields, "submit_id": f"w{n}"}))
    assert {answer.status_code for answer in answers} == {303}
    assert Week.objects.count() == 1 and Week.of(cast.ben, MONDAY) == {habit.public_id: [1]}


@pytest.mark.django_db
@time_machine.travel(MORNING, tick=False)
def test_letting_go_can_be_undone_for_thirty_days(cast: Cast, ben: Client) -> None:
    habit = walk(cast)
    page = ben.post(reverse("habit-ending", args=[habit.public_id]), follow=True).text
    undo = reverse("habit-return", args=[habit.public_id])
    assert undo in page and "A small act that you do" in page
    assert "A walk" in ben.post(undo, follow=True).text
    habits.let_go(habit=Habit.objects.get(), day=TODAY)
    forgetting.forget(now() + timedelta(days=30))
    assert Habit.objects.exists()
    forgetting.forget(now() + timedelta(days=31))
    assert not Habit.objects.exists()


@pytest.mark.django_db
@time_machine.travel(MORNING, tick=False)
def test_nobody_lets_go_of_what_is_another_s(cast: Cast) -> None:
    habit = walk(cast)
    for name in ("habit-ending", "habit-return"):
        assert client_of(cast.amara).post(reverse(name, args=[habit.public_id])).status_code == 404
    assert Habit.objects.get().let_go_on is None


@pytest.mark.django_db
def test_a_week_without_a_mark_reproaches_nothing(cast: Cast) -> None:
    shown = week_of([walk(cast)], {}, MONDAY, TODAY)
    assert shown.words == "Nothing is owed here. One small thing is a good week too."
    assert shown.lit == [False] * 7 and shown.later == "" and shown.earlier == "2026-03-02"


@pytest.mark.django_db
@time_machine.travel(MORNING, tick=False)
@pytest.mark.parametrize("week", ["2031-01-01", "0001-01-01", "never", "2026-03-04"])
def test_any_week_in_the_address_is_answered(cast: Cast, ben: Client, week: str) -> None:
    walk(cast)
    answer = ben.get(reverse("habits"), {"week": week})
    assert answer.status_code == 200
    assert f'value="{"2026-03-02" if week == "2026-03-04" else MONDAY}"' in answer.content.decode()


@pytest.mark.django_db
def test_the_database_keeps_one_week_each_and_reads_no_act(cast: Cast) -> None:
    habit = habits.take_up(person=cast.ben, kind="medication", words="", day=TODAY)
    habits.mark(person=cast.ben, monday=MONDAY, done={habit.public_id: [2]})
    with pytest.raises(IntegrityError), transaction.atomic():
        Week.objects.create(person=cast.ben, monday=MONDAY, done="{}")
    with connection.cursor() as cursor:
        cursor.execute("SELECT told FROM checkins_habit UNION ALL SELECT done FROM checkins_week")
        held = b"".join(bytes(row[0]) for row in cursor.fetchall())
    assert len(held) > 200 and b"medication" not in held and habit.public_id.encode() not in held


@pytest.mark.django_db
@time_machine.travel(MORNING, tick=False)
def test_many_acts_ask_the_database_as_often_as_one(cast: Cast, ben: Client) -> None:
    walk(cast)
    ben.get(reverse("habits"))
    few = queries(ben)
    for number in range(habits.MOST - 1):
        habits.take_up(person=cast.ben, kind="own", words=f"Act {number}", day=TODAY)
    assert queries(ben) == few <= 6


def queries(browser: Client) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(reverse("habits")).status_code == 200
    return len(asked)
