"""What matters is done by somebody who showed in the last five minutes who they are (S36)."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from openchair.kit.clock import now
from openchair.people.models import Person, Session, Stewardship
from openchair.people.models.session import CONFIRMED, GRACE
from openchair.people.tests import steps
from openchair.people.tests.device import Device, enrol
from tests import recipes
from tests.cast import WORDS, client_of, ready_place, token_of, with_words

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S36")]
LATER = CONFIRMED + timedelta(seconds=1)
ASKED = "/me/confirm/?next="


@pytest.fixture
def ben() -> Person:
    ready_place()
    return with_words(recipes.person("ben"))


def cold(person: Person) -> Client:
    """A browser in which they are signed in, but have not confirmed lately."""
    browser = client_of(person)
    Session.objects.filter(person=person).update(confirmed_at=now() - LATER)
    return browser


ANY = "6f1d8a52-7c1e-4a55-9b6d-0c5b7f1f2e11"  # nobody's


@pytest.mark.parametrize(
    ("path", "back"),
    [
        ("/me/words/", "/me/words/"),
        ("/me/passkeys/new/", "/me/passkeys/new/"),
        ("/me/not-me/", "/me/not-me/"),
        ("/me/keys/make/", "/me/keys/"),
        ("/me/keys/new/", "/me/keys/"),
        ("/me/passkeys/challenge/", "/me/passkeys/"),
        (f"/me/passkeys/{ANY}/end/", "/me/passkeys/"),
        (f"/me/devices/{ANY}/end/", "/me/devices/"),
        ("/me/devices/others/end/", "/me/devices/"),
        ("/me/devices/all/end/", "/me/devices/"),
    ],
)
def test_a_sensitive_act_asks_first_and_leads_back(ben: Person, path: str, back: str) -> None:
    browser = cold(ben)
    asked = browser.post(path)["Location"]
    assert asked == ASKED + back.replace("/", "%2F")
    assert "Confirm it is you" in steps.text_of(browser.get(asked).content)
    assert browser.post("/me/confirm/", {"words": WORDS, "next": back})["Location"] == back
    assert browser.get(back).status_code == 200
    assert not browser.post(path).headers.get("Location", "").startswith("/me/confirm/")
    with time_machine.travel(now() + LATER):
        assert browser.post(path)["Location"].startswith(("/me/confirm/", "/sign-in/"))


def test_wrong_words_open_nothing_and_are_tried_five_times_a_minute(ben: Person) -> None:
    browser = cold(ben)
    statuses = [browser.post("/me/confirm/", {"words": f"guess {one}"}).status_code for one in range(6)]
    assert statuses == [422] * 5 + [429]
    assert browser.get("/me/words/")["Location"].startswith("/me/confirm/")
    with time_machine.travel(now() + timedelta(minutes=2)):
        assert browser.post("/me/confirm/", {"words": WORDS}).status_code == 303
        assert browser.get("/me/words/").status_code == 200


def test_whoever_tries_the_name_from_elsewhere_does_not_stand_in_the_way(ben: Person) -> None:
    for guess in range(8):
        last = Client().post("/sign-in/", {"handle": "ben", "words": f"guess {guess}", "mode": "own"})
    assert last.status_code == 429
    assert cold(ben).post("/me/confirm/", {"words": WORDS}).status_code == 303


def by_passkey(browser: Client, device: Device) -> int:
    options = browser.post("/sign-in/passkey/challenge/").json()
    form = {"passkey": device.signed(options), "next": "/me/words/"}
    return browser.post("/me/confirm/passkey/", form).status_code


def test_a_passkey_confirms_only_its_own_person(ben: Person) -> None:
    device, other = Device(), Device()
    for person, one in ((ben, device), (recipes.person("dana"), other)):
        browser = client_of(person)
        Session.objects.filter(person=person).update(new_until=None)
        enrol(browser, one)
    browser = cold(ben)
    assert by_passkey(browser, other) == 422
    assert browser.get("/me/words/").status_code == 303
    assert by_passkey(browser, device) == 303
    assert browser.get("/me/words/").status_code == 200


@pytest.mark.requirement("S37")
def test_the_token_changes_and_the_one_before_is_over_in_seconds(ben: Person) -> None:
    browser, late = cold(ben), Client()
    before = late.cookies["oc"] = browser.cookies["oc"].value
    browser.post("/me/confirm/", {"words": WORDS})
    assert browser.cookies["oc"].value != before
    assert late.get("/me/").status_code == 200  # on its way meanwhile
    with time_machine.travel(now() + GRACE + timedelta(seconds=1)):
        assert late.get("/me/").status_code == 303
        assert browser.get("/me/").status_code == 200
    assert Session.objects.filter(person=ben).count() == 1


def test_a_form_sent_twice_signs_nobody_out(ben: Person) -> None:
    browser, twice = cold(ben), Client()
    twice.cookies["oc"] = browser.cookies["oc"].value
    for one in (browser, twice):
        assert one.post("/me/confirm/", {"words": WORDS}).status_code == 303
    with time_machine.travel(now() + timedelta(minutes=1)):
        assert twice.get("/me/").status_code == 200


def test_a_sign_in_is_a_confirmation_and_a_stolen_open_browser_is_not(ben: Person) -> None:
    fresh = Client()
    fresh.post("/sign-in/", {"handle": "ben", "words": WORDS, "mode": "own"})
    assert fresh.get("/me/words/").status_code == 200
    with time_machine.travel(now() + LATER):
        assert fresh.get("/me/words/").status_code == 303


@pytest.mark.parametrize("where", ["//evil.example", "https://evil.example/", "/\\evil"])
def test_confirming_leads_nowhere_else(ben: Person, where: str) -> None:
    assert cold(ben).post("/me/confirm/", {"words": WORDS, "next": where})["Location"] == "/me/"


@pytest.fixture
def keeper(ben: Person) -> Person:
    Stewardship.objects.create(person=ben)
    return ben


def without_powers(keeper: Person) -> Client:
    browser = cold(keeper)
    Session.objects.update(powers_at=None, powers_used_at=None)
    return browser


@pytest.mark.requirement("S37")
def test_a_steward_takes_powers_up_by_confirming_and_gives_them_back(keeper: Person) -> None:
    browser = without_powers(keeper)
    asked = browser.get("/place/")["Location"]
    assert asked == "/me/confirm/?next=%2Fplace%2F&powers=1"
    assert "Staff powers" in steps.text_of(browser.get(asked).content)
    form = {"words": WORDS, "next": "/place/", "powers": "1"}
    before = browser.cookies["oc"].value
    assert browser.post("/me/confirm/", form)["Location"] == "/place/"
    assert browser.get("/place/").status_code == 200
    assert "You have taken up staff powers here" in steps.text_of(browser.get("/me/").content)
    assert "with staff powers" in steps.text_of(browser.get("/me/devices/").content)
    taken = browser.cookies["oc"].value
    browser.post("/me/powers/end/")
    assert len({before, taken, browser.cookies["oc"].value}) == 3
    assert browser.get("/place/").status_code == 303 and browser.get("/me/").status_code == 200


@pytest.mark.requirement("S37")
def test_staff_powers_end_idle_and_in_any_case_and_the_session_goes_on(keeper: Person) -> None:
    begun, browser = now(), client_of(keeper)
    with time_machine.travel(begun + timedelta(minutes=31)):
        assert (browser.get("/place/").status_code, browser.get("/me/").status_code) == (303, 200)
    browser = Client()
    browser.cookies["oc"] = token_of(keeper)
    for minutes in range(25, 12 * 60, 25):
        with time_machine.travel(begun + timedelta(minutes=minutes)):
            assert browser.get("/place/").status_code == 200
    with time_machine.travel(begun + timedelta(hours=12, seconds=5)):
        assert (browser.get("/place/").status_code, browser.get("/me/").status_code) == (303, 200)


def test_just_signed_in_a_steward_presses_one_button_and_a_lapsed_form_comes_back(keeper: Person) -> None:
    browser = Client()
    browser.post("/sign-in/", {"handle": "ben", "words": WORDS, "mode": "own"})
    asked = browser.post("/place/", {"name": "Lamplight"})["Location"]
    page = browser.get(asked).content.decode()
    assert "Take up staff powers" in page and 'name="words"' not in page
    assert browser.post("/me/confirm/", {"next": "/place/", "powers": "1"})["Location"] == "/place/"
    assert browser.get("/place/").status_code == 200


def test_nobody_who_is_no_steward_has_powers(ben: Person) -> None:
    browser = cold(ben)
    browser.post("/me/confirm/", {"words": WORDS, "next": "/place/", "powers": "1"})
    assert Session.objects.get().powers_at is None and browser.get("/place/").status_code == 404
