"""What others can see on the screen: titles, the small picture, the cover, the home screen's name."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from openchair.kit.clock import now
from openchair.people.models import Person, Place, Session
from openchair.people.tests import steps
from tests import recipes
from tests.cast import WORDS, client_of, ready_place, with_words

pytestmark = pytest.mark.django_db
COVER = "<page-cover>"


@pytest.fixture
def ben() -> Person:
    ready_place()
    return recipes.person("ben")


def title(client: Client, path: str = "/me/") -> str:
    page = client.get(path).content.decode()
    return page.split("<title>")[1].split("</title>")[0]


@pytest.mark.requirement("S15")
@pytest.mark.parametrize(
    ("place", "own", "said"),
    [("kinds", "", "Me"), ("notes", "", "Notes"), ("kinds", "notes", "Notes"), ("notes", "kinds", "Me")],
)
def test_titles_are_notes_when_the_place_or_the_person_says_so(
    ben: Person, place: str, own: str, said: str
) -> None:
    Place.objects.update(titles=place)
    browser = client_of(ben)
    browser.post("/display/", {"titles": own})
    assert title(browser) == said


@pytest.mark.requirement("S15")
@pytest.mark.parametrize("icon", ["notebook", "leaf", "plain", "seats"])
def test_the_picture_on_the_tab_is_the_one_that_was_chosen(ben: Person, icon: str) -> None:
    browser = client_of(ben)
    browser.post("/display/", {"icon": icon})
    page = browser.get("/me/").content.decode()
    assert f'rel="icon" href="/static/ui/icons/{icon}.' in page
    assert f'rel="manifest" href="/notes/{icon}.webmanifest"' in page


def test_who_reads_notes_on_the_tab_sees_a_notebook_beside_it(ben: Person) -> None:
    browser = client_of(ben)
    assert "ui/icons/seats." in browser.get("/me/").content.decode()
    browser.post("/display/", {"titles": "notes"})
    assert "ui/icons/notebook." in browser.get("/me/").content.decode()


@pytest.mark.parametrize("name", ["titles", "icon", "cover"])
def test_a_choice_that_nobody_offered_changes_nothing(ben: Person, name: str) -> None:
    browser = client_of(ben)
    plain = steps.text_of(browser.get("/me/").content)
    browser.cookies[name] = "../../secret"
    assert steps.text_of(browser.get("/me/").content) == plain
    assert "secret" not in browser.get("/me/").content.decode()
    assert browser.post("/display/", {name: "else"}).status_code == 422


@pytest.mark.requirement("S15")
def test_on_the_home_screen_it_is_called_notes(ben: Person) -> None:
    Place.objects.update(name="Harbour recovery")
    for icon in ("seats", "notebook", "leaf", "plain"):
        told = Client().get(f"/notes/{icon}.webmanifest").json()
        assert (told["name"], told["short_name"]) == ("Notes", "Notes")
        assert [one["src"].split("/")[-1].split(".")[0] for one in told["icons"]] == [icon, icon]
    assert Client().get("/notes/bottle.webmanifest").status_code == 404


@pytest.mark.parametrize(
    ("mode", "choice", "covered"),
    [("own", "", False), ("shared", "", True), ("own", "on", True), ("shared", "off", False)],
)
def test_the_page_is_covered_where_others_sit_too_unless_chosen(
    ben: Person, mode: str, choice: str, covered: bool
) -> None:
    browser = client_of(ben, mode)
    browser.post("/display/", {"cover": choice})
    assert (COVER in browser.get("/me/").content.decode()) == covered


@pytest.mark.requirement("S38")
def test_on_a_shared_computer_every_cookie_ends_with_the_browser(ben: Person) -> None:
    with_words(ben)
    browser = Client()
    browser.post("/display/", {"theme": "dark"})
    assert browser.cookies["theme"]["max-age"]
    browser.post("/sign-in/", {"handle": "ben", "words": WORDS, "mode": "shared"})
    browser.get("/me/")
    browser.post("/display/", {"titles": "notes", "zone": "Europe/Rome"})
    told = browser.cookies.items()
    kept = {name: cookie["max-age"] or cookie["expires"] for name, cookie in told if cookie.value}
    assert {"oc", "csrf", "theme", "titles", "zone"} <= set(kept)
    assert set(kept.values()) == {""}


@pytest.mark.requirement("S38")
def test_the_forms_cookie_ends_with_the_browser_before_anybody_signs_in(ben: Person) -> None:
    cookie = Client().get("/sign-in/").cookies[settings.CSRF_COOKIE_NAME]
    assert cookie["max-age"] == cookie["expires"] == ""


@pytest.mark.requirement("S38")
@pytest.mark.parametrize("path", ["/groups/new/", "/me/words/", "/display/", "/join/brings/"])
def test_browsers_are_asked_to_keep_nothing_of_what_is_typed_or_chosen(ben: Person, path: str) -> None:
    page = client_of(ben, Session.Mode.SHARED).get(path).content.decode()
    fields = re.findall(r"<(?:input|textarea|select)\b(?![^>]*type=.hidden)[^>]*>", page)
    assert len(fields) > 2
    told = re.compile(r'autocomplete="off"|type="password"| readonly ')
    assert [one for one in fields if not told.search(one)] == []


@pytest.mark.requirement("S38")
@pytest.mark.parametrize(("minutes", "status"), [(14, 200), (15, 303)])
def test_on_a_shared_computer_fifteen_idle_minutes_are_the_end(
    ben: Person, minutes: int, status: int
) -> None:
    begun = now()
    with time_machine.travel(begun, tick=False):
        browser = client_of(ben, Session.Mode.SHARED)
    with time_machine.travel(begun + timedelta(minutes=minutes), tick=False):
        assert browser.get("/me/").status_code == status
