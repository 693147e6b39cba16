"""The landing page, Today, what is private, and the pages nobody wants to get."""

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from openchair.people import codes
from openchair.people.house_rules import HOUSE_RULES
from openchair.people.models import Person, Place
from openchair.people.tests import steps
from openchair.rooms.tests.scene import the_scene
from tests import recipes
from tests.cast import client_of, ready_place, the_cast
from tests.reading import stands

pytestmark = pytest.mark.django_db


def said(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return steps.text_of(answer.content)


def test_the_landing_page_asks_for_nothing(client: Client) -> None:
    ready_place()
    page = said(client, "/")
    for words in (
        "do today alone",
        "See meetings on now",
        "struggling now",
        "Join",
        "What we know about you",
    ):
        assert words in page
    assert not client.get("/").cookies.keys() - {"csrf"}


def test_by_invitation_the_landing_page_says_how_to_ask(client: Client) -> None:
    ready_place(Place.Joining.INVITED)
    page = said(client, "/")
    assert "How to be invited" in page and "ask a host of a group for a link" in page
    ready_place(Place.Joining.ANYONE)
    assert "How to be invited" not in said(client, "/")


def test_whoever_joins_reads_the_six_house_rules_first(client: Client) -> None:
    ready_place()
    page = said(client, "/join/")
    places = [page.index(str(rule)) for rule in HOUSE_RULES]
    assert len(places) == 6 and places == sorted(places)


@pytest.mark.parametrize(
    ("hour", "greeting"),
    [(6, "Good morning"), (13, "Good afternoon"), (20, "Good evening"), (2, "You are up late")],
)
def test_today_greets_without_a_name_on_the_reader_s_clock(hour: int, greeting: str) -> None:
    cast = the_cast()
    Person.objects.filter(pk=cast.ben.pk).update(zone="Asia/Tokyo")
    with time_machine.travel(f"2026-03-0{2 if hour >= 9 else 1} {(hour - 9) % 24:02}:30:00Z"):
        page = said(client_of(cast.ben), "/today/")
    assert greeting in page
    assert not stands("ben", page)


def test_today_has_one_thing_to_do() -> None:
    cast = the_cast()
    assert "Keep your spare keys" in said(client_of(cast.ben), "/today/")
    Person.objects.update(codes_kept_at=cast.ben.joined_at)
    for somebody in (cast.ben, cast.dana):
        codes.give(somebody, codes.make())
    assert "Keep your spare keys" not in said(client_of(cast.ben), "/today/")
    assert "Find a group" in said(client_of(cast.dana), "/today/")


def test_today_names_my_groups_and_nobody_else_s() -> None:
    cast = the_cast()
    other = recipes.group(cast.dana, alias="Dee", name="Sunday")
    page = said(client_of(cast.ben), "/today/")
    assert "Harbour" in page and "You are Ben here" in page and other.name not in page
    assert "you host it" in said(client_of(cast.amara), "/today/")


def test_today_costs_the_same_for_many_groups() -> None:
    cast = the_cast()
    few = queries_of(cast.ben)
    for number in range(12):
        recipes.group(cast.ben, alias="Ben", name=f"Group {number}")
    assert queries_of(cast.ben) == few <= 10


def queries_of(person: Person) -> int:
    browser = client_of(person)
    with CaptureQueriesContext(connection) as queries:
        browser.get("/today/")
    return len(queries)


def test_what_is_private_is_said_without_an_account(client: Client) -> None:
    ready_place()
    page = said(client, "/about/")
    for words in ("Who sees what", "keeper of this machine", "hand over if asked", "Source code"):
        assert words in page


def test_a_page_that_is_not_there_has_a_way_to_help() -> None:
    cast = the_cast()
    for browser in (Client(), client_of(cast.ben)):
        answer = browser.get("/nothing/here/")
        assert answer.status_code == 404
        assert "Help now" in answer.content.decode()


def test_a_form_from_an_older_visit_has_a_way_on() -> None:
    ready_place()
    answer = Client(enforce_csrf_checks=True).post("/sign-in/", {"handle": "ben"})
    assert answer.status_code == 403
    assert "open for too long" in answer.content.decode() and "Help now" in answer.content.decode()


def test_when_the_database_is_away_the_page_says_so_and_leads_to_help() -> None:
    cast = the_cast()
    browser = client_of(cast.ben)
    browser.raise_request_exception = False
    assert browser.get("/").status_code == 200
    with connection.cursor() as cursor:
        for table in ("people_place", "people_session", "meetings_series"):
            cursor.execute(f"ALTER TABLE {table} RENAME TO {table}_away")
    answer = browser.get("/")
    page = steps.text_of(answer.content)
    assert answer.status_code == 500
    assert "broke on our side" in page and "Help now" in page
    assert browser.post("/leave/").status_code == 200


def test_the_bar_shows_where_one_is_in_a_room_too() -> None:
    scene = the_scene()
    for path, here in (
        ("/meetings/", "Meetings"),
        (f"/rooms/{scene.room.public_id}/", "Meetings"),
        ("/groups/", "Groups"),
        ("/receipts/", "Me"),
    ):
        bar = client_of(scene.cast.ben).get(path).content.decode().split('class="bar"')[1]
        current = steps.text_of(bar.split('aria-current="page"')[1].split("</a>")[0].encode())
        assert here in current and bar.count("aria-current") == 1, path
