"""The first run: one question a page, nothing written before the last look, and then all of it at once."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from openchair.groups.models import Group, Hosting
from openchair.kit.clock import now
from openchair.people.models import Person, Place, StewardLink, Stewardship
from openchair.people.tests import steps
from tests.at_once import all_at_once, tab_of
from tests.cast import ready_place

ANSWERS: dict[str, dict[str, str | list[str]]] = {
    "name": {"name": "  Lamp\u202elight\n"},
    "languages": {"languages": ["es", "en"]},
    "where": {"zone": "Europe/Rome", "country": "IT"},
    "joining": {"joining": "invited"},
    "group": {"group": "Harbour", "focus": "Any addiction", "alias": "Oak"},
    "account": {**steps.OWN},
    "keys": {"later": "1"},
    "paper": {"later": "1"},
}


def begin() -> Client:
    browser = Client()
    browser.post(f"/steward/{StewardLink.make()}/")
    return browser


def answer_all(browser: Client) -> Client:
    for slug, form in ANSWERS.items():
        browser.get(f"/welcome/{slug}/")
        assert browser.post(f"/welcome/{slug}/", form).status_code == 303, slug
    return browser


@pytest.mark.django_db
def test_until_it_is_ready_there_is_the_first_run_and_help(client: Client) -> None:
    for path in ("/", "/join/", "/sign-in/", "/meetings/", "/groups/", "/today/", "/about/", "/nothing/"):
        assert client.get(path)["Location"] == "/welcome/", path
    assert "being set up" in steps.text_of(client.get("/welcome/").content)
    assert client.get("/help/").status_code == 200
    ready_place()
    assert client.get("/welcome/")["Location"] == "/"
    assert client.get("/about/").status_code == 200


@pytest.mark.django_db
def test_from_the_link_to_an_open_place() -> None:
    browser = answer_all(begin())
    look = steps.text_of(browser.get("/welcome/check/").content)
    for said in ("Lamplight", "Español, English", "Europe/Rome", "Italy", "were invited", "Harbour", "Oak"):
        assert said in look
    assert not Place.objects.exists() and not Person.objects.exists() and not Group.objects.exists()
    assert browser.post("/welcome/check/")["Location"] == "/today/"
    place, group = Place.here(), Group.objects.get()
    assert (place.name, place.languages, place.zone) == ("Lamplight", "es,en", "Europe/Rome")
    assert (place.country, place.joining) == ("IT", Place.Joining.INVITED)
    assert (group.name, group.language, Hosting.objects.get().membership.alias) == ("Harbour", "es", "Oak")
    assert group.agreement.words.count("\n") == 8
    assert Stewardship.objects.get().person == Person.objects.get()
    today = steps.text_of(browser.get("/today/").content)
    assert "Keep your spare keys" in today and "you host it" in today


@pytest.mark.django_db
@pytest.mark.parametrize("letters", [0, 20_000])
@pytest.mark.parametrize("slug", [slug for slug in ANSWERS if slug not in {"keys", "paper"}])
def test_an_empty_or_huge_answer_is_said_beside_its_field(slug: str, letters: int) -> None:
    browser = begin()
    for before in list(ANSWERS)[: list(ANSWERS).index(slug)]:
        browser.get(f"/welcome/{before}/")
        browser.post(f"/welcome/{before}/", ANSWERS[before])
    browser.get(f"/welcome/{slug}/")
    answer = browser.post(f"/welcome/{slug}/", dict.fromkeys(ANSWERS[slug], "x" * letters))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "There is a problem" in page and '-error"' in page


@pytest.mark.django_db
def test_nothing_is_skipped_and_going_back_keeps_what_was_said() -> None:
    browser = begin()
    for slug in (*ANSWERS, "check"):
        assert browser.get(f"/welcome/{slug}/").status_code == (200 if slug == "name" else 303)
    browser.post("/welcome/name/", ANSWERS["name"])
    assert 'value="Lamplight"' in browser.get("/welcome/name/").content.decode()
    assert browser.post("/welcome/check/")["Location"] == "/welcome/languages/"
    assert not Place.objects.exists()


@pytest.mark.django_db
def test_a_change_from_the_last_look_leads_back_to_it() -> None:
    browser = answer_all(begin())
    assert browser.post("/welcome/name/", {"name": "Lantern"})["Location"] == "/welcome/check/"
    assert "Lantern" in steps.text_of(browser.get("/welcome/check/").content)
    browser.post("/welcome/account/another/")
    assert browser.get("/welcome/check/")["Location"] == "/welcome/account/"


@pytest.mark.django_db
@pytest.mark.parametrize("alias", ["host", "steward", "x", "0171 2345678", "me@example.org"])
def test_a_name_that_tells_too_much_is_refused(alias: str) -> None:
    browser = begin()
    for slug in ("name", "languages", "where", "joining"):
        browser.post(f"/welcome/{slug}/", ANSWERS[slug])
    answer = browser.post("/welcome/group/", {"group": "Harbour", "focus": "Any", "alias": alias})
    assert answer.status_code == 422 and 'value="Harbour"' in answer.content.decode()


@pytest.mark.django_db
def test_without_the_link_nobody_sets_up_a_place() -> None:
    stranger, steward = Client(), begin()
    assert stranger.post("/welcome/name/", ANSWERS["name"]).status_code == 200
    assert "being set up" in steps.text_of(stranger.get("/welcome/name/").content)
    stranger.cookies["draft-welcome"] = steward.cookies["draft-welcome"].value[:-6] + "AAAAAA"
    assert "being set up" in steps.text_of(stranger.get("/welcome/name/").content)
    assert "What is this place called" in steps.text_of(steward.get("/welcome/name/").content)


@pytest.mark.django_db
def test_a_link_that_was_spent_meanwhile_opens_nothing() -> None:
    first = answer_all(begin())
    answer_all(begin()).post("/welcome/check/")
    assert Person.objects.count() == 1
    Place.objects.update(ready_at=None)
    assert first.post("/welcome/check/")["Location"] == "/welcome/"
    assert Person.objects.count() == 1 and Group.objects.count() == 1


@pytest.mark.django_db
def test_half_an_hour_of_silence_asks_for_the_link_again() -> None:
    browser = begin()
    browser.post("/welcome/name/", ANSWERS["name"])
    with time_machine.travel(now() + timedelta(minutes=31)):
        assert "being set up" in steps.text_of(browser.get("/welcome/languages/").content)
    assert browser.get("/welcome/languages/").status_code == 200


@pytest.mark.django_db(transaction=True)
@pytest.mark.requirement("S18")
def test_twenty_times_at_once_opens_one_place_and_every_answer_signs_in() -> None:
    browser = answer_all(begin())
    tabs = [tab_of(browser) for _ in range(20)]
    assert set(all_at_once(lambda number: tabs[number].post("/welcome/check/")["Location"])) == {"/today/"}
    assert (Person.objects.count(), Group.objects.count(), Stewardship.objects.count()) == (1, 1, 1)
    assert all(tab.get("/today/").status_code == 200 for tab in tabs)
