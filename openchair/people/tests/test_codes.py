"""Spare keys: 125 bits each, hashed, good for one use (S35)."""

import re

import pytest
from django.test import Client

from openchair.people import codes
from openchair.people.models import Person, RecoveryCode
from openchair.people.tests import steps
from tests import recipes
from tests.cast import client_of, ready_place, with_words

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S35")]
NEW = {"how": "own", "own": "another lamp in another harbour", "mode": "own"}


@pytest.fixture
def ben() -> tuple[Person, list[str]]:
    ready_place()
    person, made = with_words(recipes.person("ben")), codes.make()
    codes.give(person, made)
    return person, made


def test_eight_codes_of_125_bits_without_letters_that_are_misread() -> None:
    made = codes.make()
    assert len(set(made)) == 8
    assert all(re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}", code) for code in made)
    assert 32**codes.LENGTH == 2**125


def test_only_hashes_are_kept(ben: tuple[Person, list[str]]) -> None:
    kept = {row.code_hash for row in RecoveryCode.objects.all()}
    assert len(kept) == 8
    assert kept == {codes.hashed(code) for code in ben[1]}
    assert not kept & {code.replace("-", "") for code in ben[1]}


def test_misread_letters_case_and_spaces_are_mended(ben: tuple[Person, list[str]]) -> None:
    code = ben[1][0]
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    found = codes.find(typed)
    assert found and found.person == ben[0]


def test_a_key_opens_once_and_the_others_stay_good(client: Client, ben: tuple[Person, list[str]]) -> None:
    _person, made = ben
    assert client.post("/recover/", {"code": made[0]})["Location"] == "/recover/words/"
    assert codes.left(ben[0]) == 8  # looking spends nothing
    assert client.post("/recover/words/", NEW)["Location"] == "/today/"
    assert "You have 7 spare keys left" in steps.text_of(client.get("/today/").content)
    assert Client().post("/recover/", {"code": made[0]}).status_code == 422
    assert Client().post("/recover/", {"code": made[1]}).status_code == 303


def test_the_same_key_from_two_browsers_opens_one(ben: tuple[Person, list[str]]) -> None:
    first, second = Client(), Client()
    for browser in (first, second):
        browser.post("/recover/", {"code": ben[1][0]})
    assert first.post("/recover/words/", NEW)["Location"] == "/today/"
    assert second.post("/recover/words/", NEW)["Location"] == "/recover/"
    assert second.get("/me/").status_code == 303


def test_a_key_gives_new_words_and_ends_every_other_session(
    client: Client, ben: tuple[Person, list[str]]
) -> None:
    elsewhere = client_of(ben[0])
    assert elsewhere.get("/me/").status_code == 200
    client.post("/recover/", {"code": ben[1][0]})
    client.post("/recover/words/", NEW)
    assert elsewhere.get("/me/").status_code == 303
    assert client.get("/me/").status_code == 200
    signed = Client().post("/sign-in/", {"handle": "ben", "words": NEW["own"], "mode": "own"})
    assert signed["Location"] == "/today/"


def test_words_that_do_not_do_spend_no_key(client: Client, ben: tuple[Person, list[str]]) -> None:
    client.post("/recover/", {"code": ben[1][0]})
    assert client.post("/recover/words/", NEW | {"own": "short"}).status_code == 422
    assert codes.left(ben[0]) == 8


def test_few_keys_are_told(ben: tuple[Person, list[str]]) -> None:
    person, made = ben
    Person.objects.filter(pk=person.pk).update(codes_kept_at=person.joined_at)
    browser = client_of(person)
    assert "spare keys left" not in steps.text_of(browser.get("/today/").content)
    used = [codes.hashed(code) for code in made[:6]]
    RecoveryCode.objects.filter(code_hash__in=used).update(used_at=person.joined_at)
    for path in ("/today/", "/me/"):
        assert "You have 2 spare keys left" in steps.text_of(browser.get(path).content)


def test_a_new_set_counts_once_one_end_was_typed(ben: tuple[Person, list[str]]) -> None:
    person, old = ben
    browser = client_of(person)
    assert browser.post("/me/keys/make/")["Location"] == "/me/keys/new/"
    made, ending = steps.keys_on(browser, "/me/keys/new/")
    assert browser.get("/me/keys/new/notes.txt").content.decode().split() == made
    assert browser.post("/me/keys/new/", {"ending": "XXXXX"}).status_code == 422
    assert codes.find(old[0]) and not codes.find(made[0])
    assert browser.post("/me/keys/new/", {"ending": ending})["Location"] == "/me/"
    assert codes.find(made[0]) and not codes.find(old[0])


def test_somebody_elses_new_set_is_not_mine(ben: tuple[Person, list[str]]) -> None:
    browser = client_of(ben[0])
    browser.post("/me/keys/make/")
    dana = client_of(recipes.person("dana"))
    dana.cookies["draft-codes"] = browser.cookies["draft-codes"].value
    assert dana.get("/me/keys/new/")["Location"] == "/me/keys/"
    assert browser.get("/me/keys/new/").status_code == 200
