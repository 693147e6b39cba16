"""Passkeys: whose they are, what is asked of them, what is kept of them (S34)."""

import json
import logging
import re
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from fido2.utils import websafe_decode
from hypothesis import given
from hypothesis import strategies as st

from openchair.kit.clock import now
from openchair.people import passkeys
from openchair.people.models import Passkey, Person, Session
from openchair.people.tests import steps
from openchair.people.tests.device import MAKER, Device, come_in, enrol
from tests import recipes
from tests.cast import client_of, ready_place, with_words

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S34")]
REFUSED = "This passkey does not open anything here"


def settled(person: Person) -> Client:
    """A browser of theirs whose session is older than a day."""
    browser = client_of(person)
    Session.objects.filter(person=person).update(new_until=None)
    return browser


@pytest.fixture
def ben() -> Person:
    ready_place()
    return recipes.person("amber-heron-4182")


def test_ben_adds_a_passkey_and_comes_in_without_a_name(ben: Person) -> None:
    device, browser, fresh = Device(), settled(ben), Client()
    assert enrol(browser, device, "blue phone")["Location"] == "/me/passkeys/"
    page = steps.text_of(browser.get("/me/passkeys/").content)
    assert "blue phone" in page and "since this week" in page
    assert come_in(device, fresh)["Location"] == "/today/"
    assert fresh.get("/me/").status_code == 200
    assert "used this week" in steps.text_of(browser.get("/me/passkeys/").content)


def test_what_a_browser_is_asked_for_is_what_was_decided(ben: Person) -> None:
    made = settled(ben).post("/me/passkeys/challenge/").json()["publicKey"]
    assert made["rp"] == {"id": "localhost", "name": "Notes"}
    assert made["user"]["name"] == made["user"]["displayName"] == "Notes 4182"
    assert len(websafe_decode(made["user"]["id"])) == 64
    assert [one["alg"] for one in made["pubKeyCredParams"]] == [-8, -7, -257]
    assert made["attestation"] == "none"
    wanted = made["authenticatorSelection"]
    assert (wanted["residentKey"], wanted["userVerification"]) == ("required", "required")
    asked = Client().post("/sign-in/passkey/challenge/").json()["publicKey"]
    assert asked["userVerification"] == "required" and asked["rpId"] == "localhost"
    assert not asked.get("allowCredentials") and len(websafe_decode(asked["challenge"])) == 32


def test_of_the_device_nothing_is_kept_and_the_nickname_is_sealed(ben: Person) -> None:
    device = Device()
    enrol(settled(ben), device, "blue phone")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM people_passkey")
        row = b"".join(bytes(one) for one in cursor.fetchone() if isinstance(one, bytes | memoryview))
    assert device.credential in row
    assert bytes(MAKER) not in row and b"blue phone" not in row
    assert Passkey.objects.get().nickname == "blue phone"


@pytest.mark.parametrize(
    "odd",
    [
        {"origin": "http://localhost:8001"},
        {"origin": "https://localhost:8000"},
        {"origin": "http://notes.localhost:8000"},
        {"host": "elsewhere.example"},
        {"verified": False},
        {"framed": True},
        {"holder": b"x" * 64},
        {"credential": b"unknown"},
    ],
)
def test_whatever_is_wrong_the_answer_is_the_same(ben: Person, odd: dict[str, object]) -> None:
    device = Device()
    enrol(settled(ben), device)
    honest = {name: getattr(device, name) for name in odd}
    for name, value in odd.items():
        setattr(device, name, value)
    answer = come_in(device)
    assert answer.status_code == 422 and REFUSED in steps.text_of(answer.content)
    for name, value in honest.items():
        setattr(device, name, value)
    assert come_in(device).status_code == 303


@pytest.mark.parametrize(
    "odd",
    [
        {"origin": "http://localhost:8001"},
        {"host": "elsewhere.example"},
        {"verified": False},
        {"framed": True},
        {"alg": -9},
        {"credential": b"x" * 1024},
    ],
)
def test_a_passkey_that_is_not_as_asked_is_not_kept(ben: Person, odd: dict[str, object]) -> None:
    browser, device = settled(ben), Device()
    for name, value in odd.items():
        setattr(device, name, value)
    enrol(browser, device)
    assert "could not be kept" in steps.text_of(browser.get("/me/passkeys/").content)
    assert not Passkey.objects.exists()
    enrol(browser, Device())
    assert Passkey.objects.count() == 1


def test_an_answer_is_good_once_even_with_its_cookie(ben: Person) -> None:
    device, browser = Device(), Client()
    enrol(settled(ben), device)
    options = browser.post("/sign-in/passkey/challenge/").json()
    form, seen = {"passkey": device.signed(options), "mode": "own"}, browser.cookies["draft-passkey"].value
    assert browser.post("/sign-in/passkey/", form).status_code == 303
    thief = Client()
    thief.cookies["draft-passkey"] = seen
    answer = thief.post("/sign-in/passkey/", form)
    assert answer.status_code == 422 and REFUSED in steps.text_of(answer.content)


def test_a_challenge_is_over_after_five_minutes_and_belongs_to_its_browser(ben: Person) -> None:
    device, browser = Device(), Client()
    enrol(settled(ben), device)
    form = {"passkey": device.signed(browser.post("/sign-in/passkey/challenge/").json()), "mode": "own"}
    other = Client()
    other.post("/sign-in/passkey/challenge/")
    assert other.post("/sign-in/passkey/", form).status_code == 422
    kept = browser.cookies["draft-passkey"].value
    with time_machine.travel(now() + timedelta(minutes=6)):
        assert browser.post("/sign-in/passkey/", form).status_code == 422
    browser.cookies["draft-passkey"] = kept
    assert browser.post("/sign-in/passkey/", form).status_code == 303


def test_a_counter_that_went_back_is_told_and_locks_nobody_out(ben: Person) -> None:
    device, browser = Device(), settled(ben)
    enrol(browser, device)
    come_in(device), come_in(device)
    assert "may have a copy" not in steps.text_of(browser.get("/me/").content)
    device.counter = 0
    assert come_in(device).status_code == 303
    assert "a passkey was used that may have a copy" in steps.text_of(browser.get("/me/").content)
    assert Passkey.objects.get().counter == 2


def test_a_removed_passkey_opens_nothing(ben: Person) -> None:
    device, browser = Device(), settled(ben)
    enrol(browser, device)
    assert come_in(device).status_code == 303
    assert browser.post(f"/me/passkeys/{Passkey.objects.get().pk}/end/").status_code == 303
    assert come_in(device).status_code == 422


def test_nobody_adds_names_or_removes_a_passkey_for_somebody_else(ben: Person) -> None:
    device, mine = Device(), settled(ben)
    enrol(mine, device, "mine")
    dana, there = client_of(recipes.person("dana")), f"/me/passkeys/{Passkey.objects.get().pk}/"
    assert dana.get(there).status_code == dana.post(there, {"nickname": "hers"}).status_code == 404
    dana.post(f"{there}end/"), dana.post(f"{there}cancellation/")
    options = mine.post("/me/passkeys/challenge/").json()
    dana.cookies["draft-passkey"] = mine.cookies["draft-passkey"].value
    dana.post("/me/passkeys/new/", {"passkey": Device().made(options)})
    assert [(one.person, one.nickname) for one in Passkey.objects.all()] == [(ben, "mine")]
    mine.post(there, {"nickname": "lamp"})
    assert Passkey.objects.get().nickname == "lamp"


def test_one_passkey_belongs_to_one_person_and_there_are_ten_at_most(ben: Person) -> None:
    device = Device()
    enrol(settled(ben), device)
    enrol(settled(recipes.person("dana")), device)
    assert [one.person for one in Passkey.objects.all()] == [ben]
    browser = settled(ben)
    for _more in range(passkeys.MOST):
        enrol(browser, Device())
    assert ben.passkeys.count() == passkeys.MOST
    assert len({bytes(one.holder) for one in ben.passkeys.all()}) == 1


def test_words_go_on_working_beside_a_passkey(ben: Person) -> None:
    enrol(settled(with_words(ben)), Device())
    form = {"handle": ben.handle, "words": "copper garden river twelve lamp maple", "mode": "own"}
    assert Client().post("/sign-in/", form).status_code == 303


def test_without_script_it_is_said_kindly_and_before_adding_what_may_happen(ben: Person) -> None:
    browser = settled(ben)
    told = steps.text_of(browser.get("/me/passkeys/new/").content)
    assert "If your family shares that account" in told and "Your words work everywhere" in told.replace(
        "your words", "Your words"
    )
    assert "Passkeys need JavaScript" in steps.text_of(Client().get("/sign-in/").content)


@given(st.one_of(st.text(max_size=300), st.binary(max_size=200).map(lambda raw: raw.decode("latin-1"))))
def test_nonsense_opens_nothing_and_breaks_nothing(text: str) -> None:
    challenge = passkeys.new_challenge()
    assert passkeys.prove(answer=text, challenge=challenge) is None


@pytest.mark.parametrize(
    "part", ["id", "rawId", "response", "clientDataJSON", "authenticatorData", "signature"]
)
@pytest.mark.parametrize("value", [None, 7, "", "AAAA", [], {}, "🌿", "-" * 4000])
def test_a_broken_part_is_refused_like_the_rest(ben: Person, part: str, value: object) -> None:
    device, browser = Device(), Client()
    enrol(settled(ben), device)
    answer = json.loads(device.signed(browser.post("/sign-in/passkey/challenge/").json()))
    (answer if part in answer else answer["response"])[part] = value
    form = {"passkey": json.dumps(answer), "mode": "own"}
    assert browser.post("/sign-in/passkey/", form).status_code == 422


def test_the_library_says_nothing_of_anybody_to_the_log(
    ben: Person, capfd: pytest.CaptureFixture[str]
) -> None:
    device = Device()
    enrol(settled(ben), device)
    assert come_in(device).status_code == 303
    assert not logging.getLogger("fido2.server").isEnabledFor(logging.INFO)
    told = capfd.readouterr()
    assert not re.search(device.credential.hex(), told.out + told.err)
