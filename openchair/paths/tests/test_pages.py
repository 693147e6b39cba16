"""The pages of a path, and what its forms refuse."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from openchair.kit.clock import now
from openchair.kit.ids import public_id
from openchair.paths import noting
from openchair.paths.about import About, Kind
from openchair.paths.chips import chips_of
from openchair.paths.models import Entry, Path
from openchair.paths.noting import When
from openchair.paths.tests.scene import a_path, a_path_with_a_setback, shown, today
from openchair.people.models import Person
from openchair.people.tests.steps import text_of
from tests.cast import Cast, client_of, the_cast

pytestmark = pytest.mark.django_db
NEW = {"label": "Wine", "kind": "abstain", "on": "2026-03-01"}
NOON = "2026-05-01T12:00:00Z"


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def said(client: Client, name: str, *ids: str) -> str:
    answer = client.get(reverse(name, args=ids))
    assert answer.status_code == 200
    return text_of(answer.content)


@time_machine.travel(NOON, tick=False)
def test_a_path_is_begun_and_counted_at_home(cast: Cast) -> None:
    browser = client_of(cast.ben)
    answer = browser.post("/paths/new/", NEW)
    assert answer.status_code == 303
    page = text_of(browser.get(answer["Location"]).content)
    assert "61 days kept in all" in page and "Next milestone: 90 days" in page
    cast.ben.refresh_from_db()
    assert cast.ben.home_zone == "UTC"


@time_machine.travel(NOON, tick=False)
@pytest.mark.requirement("S26")
@pytest.mark.parametrize(
    ("told", "field", "words"),
    [
        ({"on": "2026-05-09"}, "on", "more than a week ahead. Choose a day up to 8 May 2026"),
        ({"on": "0001-01-01"}, "on", "too long ago to count from"),
        ({"on": "2026-02-30"}, "on", "a date that is in the calendar, such as 2026-05-01"),
        ({"on": ""}, "on", "Choose a date. It may be about right."),
        ({"label": " "}, "label", "Give it a name that you will know again."),
        ({"kind": "win"}, "kind", "Please choose one of these."),
        ({"price": "-1"}, "price", "Use a number from nought up."),
    ],
)
def test_what_cannot_be_meant_is_said_beside_its_field(
    cast: Cast, told: dict[str, str], field: str, words: str
) -> None:
    answer = client_of(cast.ben).post("/paths/new/", {**NEW, "word": "dry", **told})
    page = answer.content.decode()
    assert answer.status_code == 422 and not Path.objects.exists()
    assert f'id="id_{field}-error"' in page and words in text_of(answer.content)
    assert 'value="dry"' in page


@time_machine.travel(NOON, tick=False)
def test_a_week_ahead_is_a_plan_and_the_leap_day_is_a_day(cast: Cast) -> None:
    browser = client_of(cast.ben)
    for on, words in (("2026-05-08", "Begins on 8 May 2026"), ("2024-02-29", "792 days kept in all")):
        page = browser.post("/paths/new/", {**NEW, "on": on}, follow=True)
        assert words in text_of(page.content)


@time_machine.travel(NOON, tick=False)
def test_around_a_month_it_is_about_so_many_months(cast: Cast) -> None:
    answer = client_of(cast.ben).post(
        "/paths/new/", {**NEW, "on": "2025-03-14", "precision": "month"}, follow=True
    )
    page = text_of(answer.content)
    assert "about 14 months this time" in page and "around March 2025" in page


def test_the_same_form_twice_begins_one_path(cast: Cast) -> None:
    browser, told = client_of(cast.ben), {**NEW, "submit_id": public_id()}
    first, second = (browser.post("/paths/new/", told) for _time in range(2))
    assert first["Location"] == second["Location"] and Path.objects.count() == 1


def test_a_path_is_changed_without_a_question_and_keeps_its_hour(cast: Cast) -> None:
    began = now() - timedelta(hours=30)
    path = noting.begin(person=cast.ben, about=About("Wine"), when=When(began.date(), moment=began))
    told = {
        **NEW,
        "label": "Beer",
        "kind": Kind.REDUCE,
        "on": began.date().isoformat(),
        "precision": "day",
        "hour": str(began.hour),
    }
    answer = client_of(cast.ben).post(reverse("path-edit", args=[path.public_id]), told)
    assert answer.status_code == 303
    assert shown(path).about.label == "Beer" and shown(path).start.moment == began


def test_nothing_is_dated_before_the_beginning_nor_the_beginning_after_it(cast: Cast) -> None:
    path, entry = a_path_with_a_setback(cast.ben)
    browser, ids = client_of(cast.ben), [path.public_id, entry.public_id]
    long_ago = (today(cast.ben) - timedelta(days=300)).isoformat()
    answer = browser.post(reverse("path-entry", args=ids), {"on": long_ago})
    assert answer.status_code == 422 and "before the path began" in text_of(answer.content)
    answer = browser.post(reverse("path-edit", args=ids[:1]), {**NEW, "on": today(cast.ben).isoformat()})
    assert answer.status_code == 422 and "after something you noted" in text_of(answer.content)
    ahead = (today(cast.ben) + timedelta(days=1)).isoformat()
    assert "has not come yet" in text_of(browser.post(reverse("path-entry", args=ids), {"on": ahead}).content)


def test_an_entry_is_put_right_taken_back_and_brought_back(cast: Cast) -> None:
    path, entry = a_path_with_a_setback(cast.ben)
    browser, ids = client_of(cast.ben), (path.public_id, entry.public_id)
    on = (entry.event.on - timedelta(days=2)).isoformat()
    browser.post(reverse("path-entry", args=ids), {"on": on, "helped": "A walk"})
    page = said(browser, "path-entries", ids[0])
    assert "A walk" in page and "Something was put right" in page
    assert "Undo" in text_of(browser.post(reverse("path-entry-undo", args=ids), follow=True).content)
    assert shown(path).reckoning.setbacks == [] and "taken back" in said(browser, "path-entries", ids[0])
    browser.post(reverse("path-entry-return", args=ids))
    assert shown(path).reckoning.setbacks[0].on.isoformat() == on


def test_rest_again_put_away_and_delete(cast: Cast) -> None:
    path, browser = a_path(cast.ben), client_of(cast.ben)
    ids = [path.public_id]
    browser.post(reverse("path-rest", args=ids))
    assert "Resting, with 200 days this time" in said(browser, "path", *ids)
    late = {"on": (today(cast.ben) - timedelta(days=1)).isoformat()}
    assert browser.post(reverse("path-again", args=ids), late).status_code == 422
    browser.post(reverse("path-again", args=ids), {"on": today(cast.ben).isoformat()})
    assert shown(path).reckoning.number() == 200
    browser.post(reverse("path-end", args=ids))
    assert "Put away" in said(browser, "paths")
    assert (
        said(browser, "path-deletion", *ids)
        and browser.post(reverse("path-deletion", args=ids)).status_code == 303
    )
    assert not Entry.objects.exists()


def test_chips_are_drawn_spoken_and_say_nothing_of_what_they_are_for(cast: Cast) -> None:
    path, browser = a_path(cast.ben, about=About("Kingfisher")), client_of(cast.ben)
    assert "A chip for 6 months" in browser.get(reverse("path-chips", args=[path.public_id])).content.decode()
    newest = chips_of(shown(path))[-1].chip_id
    page = browser.get(reverse("path-chip", args=[path.public_id, newest])).content.decode()
    assert 'role="img" aria-label="A chip for 6 months"' in page and "Kingfisher" not in page
    other = chips_of(shown(a_path(cast.ben)))[-1].chip_id
    for never in (other, "months-6", "0" * 16):
        assert browser.get(reverse("path-chip", args=[path.public_id, never])).status_code == 404


def test_savings_and_a_plan_are_shown_to_whoever_asked_for_them(cast: Cast) -> None:
    about = About("Beer", Kind.LIMIT, amount="7", price="2.50", currency="€", saves=True)
    path = a_path(cast.ben, days=100, about=about)
    page = said(client_of(cast.ben), "path", path.public_id)
    assert "€ 250.00" in page
    assert "€" not in said(client_of(cast.ben), "path", a_path(cast.ben).public_id)


@pytest.mark.requirement("S15")
def test_titles_and_addresses_tell_nothing(cast: Cast) -> None:
    path, entry = a_path_with_a_setback(cast.ben, label="Kingfisher")
    browser = client_of(cast.ben)
    for name, ids in (
        ("path", 1),
        ("path-edit", 1),
        ("path-entries", 1),
        ("path-entry", 2),
        ("path-chips", 1),
    ):
        address = reverse(name, args=[path.public_id, entry.public_id][:ids])
        title = browser.get(address).content.decode().split("<title>")[1].split("</title>")[0]
        assert "etback" not in address + title and "Kingfisher" not in address + title


def test_more_paths_and_more_years_ask_the_database_no_more_often(cast: Cast) -> None:
    browser = client_of(cast.ben)
    fill(cast.ben)
    before = {name: queries(browser, name) for name in ("today", "paths", "moments")}
    fill(cast.ben)
    assert {name: queries(browser, name) for name in before} == before
    assert before["today"] <= 10


def fill(person: Person) -> None:
    """Three more paths, each with some setbacks."""
    for _number in range(3):
        path, _entry = a_path_with_a_setback(person)
        noting.set_back(path=path, when=When(today(person)), again=When(today(person)))


def queries(browser: Client, name: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(reverse(name)).status_code == 200
    return len(asked)
