"""A plan for seven days, and sheets to think with."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from openchair.checkins import forgetting, planning
from openchair.checkins.models import Plan, Worksheet
from openchair.checkins.models.plan import Line
from openchair.checkins.tests.days import MORNING, TODAY
from openchair.checkins.worksheets import SHEETS
from openchair.kit.clock import now
from tests.cast import Cast, client_of, the_cast

pytestmark = pytest.mark.django_db
CALL = {"what_1": "Call Maple", "when_1": "Tuesday", "who_1": "Maple"}


@pytest.fixture
def cast() -> Cast:
    return the_cast()


@pytest.fixture
def ben(cast: Cast) -> Client:
    return client_of(cast.ben)


@time_machine.travel(MORNING, tick=False)
def test_a_plan_says_what_when_and_who_and_is_ticked_off(ben: Client) -> None:
    page = ben.post(reverse("plan-edit"), {**CALL, "what_3": "Sleep"}, follow=True).text
    assert "Call Maple" in page and "Tuesday · with Maple" in page and "Until 21 Mar 2026" in page
    ben.post(reverse("plan"), {"done": ["0", "7", "x"]})
    assert Plan.objects.get().lines == [Line("Call Maple", "Tuesday", "Maple", done=True), Line("Sleep")]
    ben.post(reverse("plan-edit"), {"what_1": "Call Maple", "what_2": "Walk"})
    assert Plan.objects.get().lines == [Line("Call Maple", done=True), Line("Walk")]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({}, "Write one thing at least."),
        ({"when_2": "Friday", "what_1": "Walk"}, "or leave the whole line empty"),
        ({"what_1": "x" * 121}, "Please keep it to 120 letters"),
    ],
)
def test_a_plan_that_says_nothing_is_not_kept(ben: Client, typed: dict[str, str], words: str) -> None:
    answer = ben.post(reverse("plan-edit"), typed)
    page = answer.content.decode()
    assert answer.status_code == 422 and words in page and not Plan.objects.exists()
    assert all(value in page for value in typed.values())


def test_after_seven_days_a_new_plan_is_made_and_the_old_one_stays(cast: Cast, ben: Client) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        ben.post(reverse("plan-edit"), CALL)
        clock.shift(timedelta(days=7))
        assert "These seven days are over" in ben.get(reverse("plan")).text
        assert "Call Maple" not in ben.get(reverse("plan-edit")).text
        ben.post(reverse("plan-edit"), {"what_1": "Walk"})
    assert [one.begins for one in Plan.objects.standing()] == [TODAY + timedelta(days=7), TODAY]
    assert planning.plan_of(cast.amara) is None


@time_machine.travel(MORNING, tick=False)
def test_a_plan_is_put_away_and_brought_back(cast: Cast, ben: Client) -> None:
    assert ben.post(reverse("plan-removal")).status_code == 404
    assert ben.post(reverse("plan-return")).status_code == 404
    ben.post(reverse("plan-edit"), CALL)
    assert "Make a plan" in ben.post(reverse("plan-removal"), follow=True).text
    assert "Call Maple" in ben.post(reverse("plan-return"), follow=True).text
    planning.put_away(plan=Plan.objects.get(), day=TODAY)
    planning.make(person=cast.ben, day=TODAY, lines=[Line("Walk")])
    assert Plan.objects.get().lines == [Line("Walk")], "the same day has one plan"
    with pytest.raises(IntegrityError), transaction.atomic():
        Plan.objects.create(person=cast.ben, begins=TODAY, told="[]")


@time_machine.travel(MORNING, tick=False)
@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_sheet_is_filled_in_written_on_and_taken_back(ben: Client, sheet: object) -> None:
    named = next(one for one in SHEETS if one is sheet)
    first, second = named.questions[0].name, named.questions[1].name
    answer = ben.post(reverse("worksheet-new", args=[named.name]), {first: "A heron\nstood still"})
    here = answer["Location"]
    ben.post(f"{here}edit/", {first: "A heron", second: "Two herons"})
    page = ben.get(here).text
    assert "Two herons" in page and str(named.questions[1].label) in page
    assert str(named.title) in ben.get(reverse("worksheets")).text
    listed = ben.post(f"{here}removal/", follow=True).text
    assert f"{here}removal/undo/" in listed and f'href="{here}"' not in listed
    assert ben.get(here).status_code == 404
    assert "Two herons" in ben.post(f"{here}removal/undo/", follow=True).text


@time_machine.travel(MORNING, tick=False)
def test_an_empty_sheet_and_a_flood_are_told_of(ben: Client) -> None:
    there = reverse("worksheet-new", args=["weighing"])
    assert "Write in one of the boxes" in ben.post(there, {}).content.decode()
    flood = ben.post(there, {"good_now": "y" * 2001})
    assert (
        flood.status_code == 422 and "y" * 2001 in flood.content.decode() and not Worksheet.objects.exists()
    )
    assert ben.get(reverse("worksheet-new", args=["nothing"])).status_code == 404


@time_machine.travel(MORNING, tick=False)
def test_what_was_put_away_goes_after_thirty_days_and_nothing_could_be_read(cast: Cast, ben: Client) -> None:
    ben.post(reverse("plan-edit"), CALL)
    ben.post(reverse("worksheet-new", args=["waves"]), {"where": "kingfisher"})
    with connection.cursor() as cursor:
        cursor.execute("SELECT told FROM checkins_plan UNION ALL SELECT told FROM checkins_worksheet")
        held = b"".join(bytes(row[0]) for row in cursor.fetchall())
    assert len(held) > 500 and not any(word in held for word in (b"Maple", b"kingfisher", b"waves"))
    planning.put_away(plan=Plan.objects.get(), day=TODAY)
    Worksheet.objects.update(taken_back_on=TODAY)
    forgetting.forget(now() + timedelta(days=30))
    assert Plan.objects.exists() and Worksheet.objects.exists()
    forgetting.forget(now() + timedelta(days=31))
    assert not Plan.objects.exists() and not Worksheet.objects.exists()


@time_machine.travel(MORNING, tick=False)
def test_nobody_reads_or_changes_another_s_sheet(cast: Cast, ben: Client) -> None:
    here = ben.post(reverse("worksheet-new", args=["step"]), {"which": "Mine"})["Location"]
    amara = client_of(cast.amara)
    assert {amara.get(here).status_code, amara.get(f"{here}edit/").status_code} == {404}
    for path in ("edit/", "removal/", "removal/undo/"):
        assert amara.post(f"{here}{path}", {"which": "Taken"}).status_code == 404
    assert Worksheet.objects.get().answers == {"which": "Mine"}
