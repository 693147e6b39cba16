"""The place's own page: for stewards alone, and kept as it was sent when something is to be mended."""

import pytest
from django.test import Client

from openchair.people.models import Person, Place, Stewardship
from openchair.people.tests import steps
from tests.cast import Cast, client_of, the_cast

pytestmark = pytest.mark.django_db
ANSWERS = {
    "name": " Lamp\u202elight ",
    "languages": ["es", "en"],
    "zone": "Europe/Rome",
    "country": "IT",
    "joining": "invited",
    "titles": "notes",
}
ADDRESSES = [
    *("http://weather.example/", "javascript:go()", "https://me:words@weather.example/"),
    *("https://a/;url=b", "weather.example", "https://a b/", "https://a/'\"", "/place/", "https://"),
]


@pytest.fixture
def cast() -> Cast:
    everybody = the_cast()
    Stewardship.objects.create(person=everybody.dana)
    return everybody


def told(person: Person, path: str) -> str:
    answer = client_of(person).get(path)
    assert answer.status_code == 200
    return steps.text_of(answer.content)


def test_a_steward_changes_what_the_first_run_asked(cast: Cast) -> None:
    browser = client_of(cast.dana)
    assert browser.post("/place/", ANSWERS)["Location"] == "/place/"
    place, page = Place.here(), steps.text_of(browser.get("/place/").content)
    assert (place.name, place.languages, place.zone) == ("Lamplight", "es,en", "Europe/Rome")
    assert (place.country, place.joining) == ("IT", Place.Joining.INVITED)
    assert (place.titles, place.leave_to) == (Place.Titles.NOTES, "")
    assert place.ready_at and "Saved." in page and "Anyone can see this" in page
    assert "How to be invited" in steps.text_of(Client().get("/").content)


def test_nobody_else_finds_the_page_or_changes_anything(cast: Cast) -> None:
    assert client_of(cast.dana).get("/place/").status_code == 200
    for browser in (Client(), client_of(cast.ben), client_of(cast.amara)):
        assert browser.get("/place/").status_code == browser.post("/place/", ANSWERS).status_code == 404
    assert Place.here().name == "Open Chair"


@pytest.mark.parametrize("field", list(ANSWERS))
@pytest.mark.parametrize("letters", [0, 20_000])
def test_what_is_to_be_mended_is_said_beside_it_and_the_rest_stays(
    cast: Cast, field: str, letters: int
) -> None:
    answer = client_of(cast.dana).post("/place/", ANSWERS | {"name": "Lamplight"} | {field: "x" * letters})
    page = answer.content.decode()
    assert answer.status_code == 422 and "There is a problem" in page and f'id_{field}-error"' in page
    assert field == "name" or 'value="Lamplight"' in page
    assert field == "country" or '<option value="IT" selected' in page
    assert Place.here().name == "Open Chair"


def test_a_steward_picks_where_leaving_leads(cast: Cast) -> None:
    weather = "https://weather.example/today?town=7"
    browser = client_of(cast.dana)
    browser.post("/place/", ANSWERS | {"leave_to": weather})
    assert Place.here().leave_to == weather
    assert f'data-target="{weather}"' in browser.get("/me/").content.decode()
    assert browser.post("/leave/")["Refresh"] == f"0; url={weather}"


@pytest.mark.parametrize("address", [*ADDRESSES, "https://" + "a" * 200])
def test_leaving_leads_to_a_plain_https_address_or_nowhere(cast: Cast, address: str) -> None:
    browser = client_of(cast.dana)
    answer = browser.post("/place/", ANSWERS | {"leave_to": address})
    assert answer.status_code == 422 and 'id_leave_to-error"' in answer.content.decode()


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_was_put_into_the_table_by_hand_leads_nowhere_either(
    cast: Cast, address: str
) -> None:
    Place.objects.update(leave_to=address)
    assert client_of(cast.ben).post("/leave/")["Refresh"] == "0; url=/blank/"


def test_me_leads_everyone_to_what_they_told_and_stewards_to_their_pages(cast: Cast) -> None:
    for person, steward in ((cast.dana, True), (cast.ben, False)):
        page = client_of(person).get("/me/").content.decode()
        assert 'href="/receipts/"' in page
        assert ('href="/place/"' in page, 'href="/reports/"' in page) == (steward, steward)
        assert ("As a steward" in told(person, "/me/")) == steward
