"""Back with a spare key: after an intruder, and by a form that was sent twice (S35, S36, S18)."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from openchair.kit.clock import now
from openchair.people import codes
from openchair.people.models import Passkey, Person, Session
from openchair.people.tests import steps
from openchair.people.tests.device import Device, come_in, enrol
from tests import recipes
from tests.cast import WORDS, ready_place, with_words

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S36")]
NEW = {"how": "own", "own": "another lamp in another harbour", "mode": "own"}
THEIRS = NEW | {"own": "a third lamp in a third harbour"}


@pytest.fixture
def keys() -> list[str]:
    """The spare keys of Ben, whose words somebody else has learned."""
    ready_place()
    made = codes.make()
    codes.give(with_words(recipes.person("ben")), made)
    return made


def with_key(key: str) -> Client:
    """A browser in which a spare key was typed."""
    browser = Client()
    assert browser.post("/recover/", {"code": key})["Location"] == "/recover/words/"
    return browser


def told(browser: Client) -> str:
    return steps.text_of(browser.get("/me/blocked/").content)


def test_a_passkey_of_an_intruder_that_still_waits_is_gone_and_told(keys: list[str]) -> None:
    thief, device = Client(), Device()
    thief.post("/sign-in/", {"handle": "ben", "words": WORDS, "mode": "own"})
    enrol(thief, device)
    assert Passkey.objects.get().works_from
    mine = with_key(keys[0])
    assert mine.post("/recover/words/", NEW)["Location"] == "/today/"
    assert not Passkey.objects.exists() and thief.get("/me/").status_code == 303
    assert "a passkey was added" in told(mine) and "a passkey was removed" in told(mine)
    assert "a spare key was used" not in told(mine), "it was this moment, and by them"
    with time_machine.travel(now() + timedelta(hours=25)):
        assert come_in(device).status_code == 422


def test_a_spare_key_that_somebody_else_used_before_is_told(keys: list[str]) -> None:
    assert with_key(keys[0]).post("/recover/words/", THEIRS)["Location"] == "/today/"
    mine = with_key(keys[1])
    mine.post("/recover/words/", NEW)
    assert "a spare key was used to choose new words" in told(mine)


def test_a_passkey_that_works_already_stays(keys: list[str]) -> None:
    Passkey.objects.create(
        person=Person.objects.get(), holder=b"h" * 64, credential=b"c" * 16, public_key=b"k", nickname="phone"
    )
    mine = with_key(keys[0])
    mine.post("/recover/words/", NEW)
    assert Passkey.objects.count() == 1 and "a passkey was removed" not in told(mine)


def sent_twice(key: str, second: dict[str, str]) -> tuple[Client, str]:
    """A browser that did not wait for its first answer; and where the second leads."""
    first, browser = with_key(key), Client()
    browser.cookies["draft-recover"] = first.cookies["draft-recover"].value
    assert first.post("/recover/words/", NEW)["Location"] == "/today/"
    return browser, browser.post("/recover/words/", second)["Location"]


@pytest.mark.requirement("S18")
def test_new_words_that_are_sent_twice_lead_in_once(keys: list[str]) -> None:
    browser, where = sent_twice(keys[0], NEW)
    page = steps.text_of(browser.get("/today/").content)
    assert where == "/today/" and "Your new words are kept" in page and "7 spare keys left" in page
    assert Session.objects.count() == 1 and codes.left(Person.objects.get()) == 7


def test_other_words_with_a_key_that_is_spent_lead_nowhere(keys: list[str]) -> None:
    browser, where = sent_twice(keys[0], THEIRS)
    assert where == "/recover/" and browser.get("/me/").status_code == 303
    assert "That key was used meanwhile" in steps.text_of(browser.get("/recover/").content)


def test_what_was_sent_before_leads_nowhere_once_one_signed_out(keys: list[str]) -> None:
    first, late = with_key(keys[0]), Client()
    late.cookies["draft-recover"] = first.cookies["draft-recover"].value
    first.post("/recover/words/", NEW)
    first.post("/sign-out/")
    assert not Session.objects.exists()
    assert late.post("/recover/words/", NEW)["Location"] == "/recover/"
