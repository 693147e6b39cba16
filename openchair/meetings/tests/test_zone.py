"""Whose clock the times follow."""

import pytest
from django.test import Client
from django.urls import reverse

from openchair.meetings.tests.recipes import NOW, harbour, series_at
from openchair.people.models import Place

pytestmark = pytest.mark.usefixtures("place")
NO_ZONES = ["Middle/Earth", "../../etc/passwd", "/etc/passwd", "\x00", "Europe", "x" * 3000]


def choose(browser: Client, zone: str, **more: str) -> int:
    return browser.post(reverse("meetings-zone"), {"zone": zone} | more).status_code


def times(browser: Client) -> str:
    return browser.get(reverse("meetings")).content.decode()


def test_without_a_choice_the_place_decides() -> None:
    series_at(harbour(), NOW)
    Place.objects.update(zone="Asia/Kolkata")
    assert ">17:30<" in times(Client()) and "until 18:30" in times(Client())
    assert "Kolkata time" in times(Client())


def test_a_choice_stays_in_the_browser_and_needs_no_account() -> None:
    series_at(harbour(), NOW)
    browser = Client()
    assert choose(browser, "America/Argentina/Buenos_Aires") == 303
    assert ">09:00<" in times(browser) and "Buenos Aires time" in times(browser)
    assert "Buenos Aires" not in times(Client())


@pytest.mark.parametrize(
    "zone", ["", "Middle/Earth", "../../etc/passwd", "Europe/Rome\r\nSet-Cookie: a=b", "x" * 5000]
)
def test_a_zone_that_there_is_not_is_refused(zone: str) -> None:
    browser = Client()
    assert choose(browser, zone) == 422 and "zone" not in browser.cookies


@pytest.mark.parametrize(
    "cookie", ["Middle/Earth", "../../etc/passwd", "/etc/passwd", "\x00", "Europe", "x" * 3000]
)
def test_a_cookie_that_says_nothing_falls_back_to_the_place(cookie: str) -> None:
    browser = Client()
    browser.cookies["zone"] = cookie
    assert "Times are in UTC." in times(browser)


@pytest.mark.parametrize(
    "where", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", ""]
)
def test_the_way_back_never_leads_elsewhere(where: str) -> None:
    answer = Client().post(reverse("meetings-zone"), {"zone": "Europe/Rome", "next": where})
    assert answer.headers["Location"] == reverse("meetings")


def test_one_comes_back_to_the_page_one_was_on() -> None:
    answer = Client().post(reverse("meetings-zone"), {"zone": "Europe/Rome", "next": "/meetings/abc/"})
    assert answer.headers["Location"] == "/meetings/abc/"


def test_the_present_zone_is_chosen_already() -> None:
    browser = Client()
    choose(browser, "Europe/Rome")
    assert '<option value="Europe/Rome" selected>' in browser.get(reverse("meetings-zone")).content.decode()
