"""The one-time link: half an hour, one use, and nothing is spent by looking."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from openchair.kit.clock import now
from openchair.people.models import StewardLink, Stewardship
from openchair.people.tests import steps
from tests import recipes
from tests.cast import client_of, ready_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def link() -> str:
    ready_place()
    return f"/steward/{StewardLink.make()}/"


def test_amara_becomes_steward_once(link: str) -> None:
    amara, dana = recipes.person("amara"), recipes.person("dana")
    browser = client_of(amara)
    for _ in range(3):
        assert "Become a steward" in steps.text_of(browser.get(link).content)
    assert browser.post(link)["Location"] == "/me/"
    assert [row.person for row in Stewardship.objects.all()] == [amara]
    assert client_of(dana).post(link).status_code == 404
    assert Stewardship.objects.count() == 1


def test_a_stranger_signs_in_first(client: Client, link: str) -> None:
    answer = client.post(link)
    assert answer["Location"].startswith("/sign-in/?next=%2Fsteward%2F")
    assert not Stewardship.objects.exists()


def test_after_half_an_hour_it_is_over(link: str) -> None:
    browser = client_of(recipes.person("amara"))
    with time_machine.travel(now() + timedelta(minutes=31)):
        answer = browser.post(link)
    assert answer.status_code == 404 and "This link is over" in steps.text_of(answer.content)
    assert browser.post(link).status_code == 303


def test_a_new_link_ends_the_earlier_one(link: str) -> None:
    browser = client_of(recipes.person("amara"))
    other = f"/steward/{StewardLink.make()}/"
    assert browser.post(link).status_code == 404
    assert browser.post(other).status_code == 303
