"""Today's pledge: together, as a number, never names; gone with the day."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as some

from openchair.checkins import forgetting, pledging
from openchair.checkins.models import Pledge
from openchair.checkins.tests.days import MORNING
from openchair.kit.clock import now
from openchair.people.models import Place
from openchair.people.settling import settle
from openchair.people.tests.steps import text_of
from tests import recipes
from tests.cast import Cast, client_of, the_cast


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def others(count: int) -> None:
    for number in range(count):
        pledging.pledge(person=recipes.person(f"other-{number}"), ends_at=now() + timedelta(hours=5))


def today(client: Client) -> str:
    return text_of(client.get("/today/").content)


@given(some.integers(0, 10_000))
def test_the_number_is_rounded_down_and_of_few_nothing_is_said(count: int) -> None:
    about = pledging.rounded(count)
    assert about % 10 == 0 and about <= count < about + 10
    assert (about == 0) == (count < 10)


@pytest.mark.django_db
@time_machine.travel(MORNING, tick=False)
@pytest.mark.parametrize(("count", "said"), [(8, ""), (9, "about 10 people"), (24, "about 20 people")])
def test_from_ten_on_a_rounded_number_is_shown_and_never_a_name(cast: Cast, count: int, said: str) -> None:
    others(count)
    ben = client_of(cast.ben)
    ben.post(reverse("pledge"))
    page = today(ben)
    assert "You are in for today" in page and "other-" not in page
    assert said in page if said else "people" not in page.split("Today’s pledge")[1].split("It ends")[0]


@pytest.mark.django_db
def test_it_ends_with_ones_own_day_and_a_day_without_means_nothing(cast: Cast) -> None:
    settle(person=cast.ben, place=Place.here(), zone="Asia/Tokyo", rollover=4)
    with time_machine.travel("2026-03-14T14:30:00Z", tick=False) as clock:  # 23:30 in Tokyo
        client_of(cast.ben).post(reverse("pledge"))
        assert Pledge.objects.get().ends_at == datetime(2026, 3, 14, 19, tzinfo=UTC)
        clock.move_to("2026-03-14T18:59:00Z")
        assert "You are in for today" in today(client_of(cast.ben))
        clock.move_to("2026-03-14T19:00:00Z")
        page = today(client_of(cast.ben))
        assert "I am in for today" in page and "A day without one means nothing." in page


@pytest.mark.django_db
@time_machine.travel(MORNING, tick=False)
def test_twice_is_once_and_it_is_taken_back(cast: Cast) -> None:
    ben = client_of(cast.ben)
    for _time in range(2):
        ben.post(reverse("pledge"))
    assert Pledge.objects.count() == 1
    assert "That is fine" in ben.post(reverse("pledge-undo"), follow=True).text
    assert not Pledge.objects.exists()


@pytest.mark.django_db
def test_nothing_is_left_of_a_pledge_whose_day_is_over(cast: Cast) -> None:
    others(3)
    pledging.pledge(person=cast.ben, ends_at=now() + timedelta(hours=9))
    forgetting.forget(now() + timedelta(hours=6))
    assert [one.person for one in Pledge.objects.all()] == [cast.ben]


@pytest.mark.django_db
@time_machine.travel(MORNING, tick=False)
def test_many_pledges_cost_today_no_more(cast: Cast) -> None:
    ben = client_of(cast.ben)
    today(ben)
    with CaptureQueriesContext(connection) as few:
        today(ben)
    others(40)
    with CaptureQueriesContext(connection) as many:
        assert "about 40 people" in today(ben)
    assert len(many) == len(few) <= 10
