"""Signing in and out; whatever is wrong, the answer is the same."""

import re
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import cast

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.http import HttpResponse
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from openchair.people import codes, hashing, local, signing_in
from openchair.people.models import Passkey, Person, RecoveryCode
from openchair.people.tests.device import Device, come_in, enrol
from tests import recipes
from tests.at_once import TIMES, all_at_once
from tests.cast import WORDS, client_of, ready_place, with_words

FORM = {"handle": "ben", "words": WORDS, "mode": "own"}


@pytest.fixture
def ben(db: None) -> Person:
    ready_place()
    return with_words(recipes.person("ben"))


Look = tuple[int, str, list[tuple[str, str]], list[str]]


def look_of(path: str, form: dict[str, str]) -> Look:
    """All that a stranger can compare: status, body, headers, cookies. The form's token is new each time."""
    return look(cast(HttpResponse, Client().post(path, form)))


def look(answer: HttpResponse) -> Look:
    """As `look_of`, at an answer that is there."""
    page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())
    page = re.sub(r'value="(ben|eva|ned|ida)"', 'value="typed"', page)
    headers = sorted((name, value) for name, value in answer.items() if name != "Content-Security-Policy")
    return answer.status_code, page, headers, sorted(answer.cookies)


@pytest.mark.requirement("S31")
def test_every_refusal_of_a_sign_in_looks_alike(ben: Person) -> None:
    Person.objects.create(handle="ned", passphrase="")
    recipes.person("ida")
    tries = [("ben", "wrong words of mine"), ("eva", WORDS), ("ned", ""), ("ned", WORDS), ("ida", "!")]
    looks = [
        look_of("/sign-in/", {"handle": handle, "words": words or "x", "mode": "own"})
        for handle, words in tries
    ]
    assert looks[0][0] == 422 and "do not fit together" in looks[0][1]
    assert all(look[0] == 422 for look in looks)
    assert [look for look in looks if look != looks[0]] == []
    assert Client().post("/sign-in/", FORM).status_code == 303


@pytest.mark.requirement("S31")
def test_every_refusal_of_a_passkey_looks_alike(ben: Person) -> None:
    """Not there, waiting for its day, removed, by nobody, and nothing at all: the same to the last letter."""
    waits, gone, works = Device(), Device(), Device()
    for device in (waits, gone, works):
        enrol(client_of(ben), device)
    Passkey.objects.filter(credential=gone.credential).delete()
    Passkey.objects.filter(credential=works.credential).update(works_from=None)
    signed = [
        look(come_in(device))
        for device in (
            Device(holder=waits.holder),
            Device(),
            waits,
            gone,
            Device(origin="https://evil.example"),
        )
    ]
    bare = look_of("/sign-in/passkey/", {"mode": "own"})
    assert bare[0] == 422 and "does not open anything here" in bare[1]
    assert [look for look in signed if look != signed[0]] == [] and signed[0] == bare
    assert come_in(works).status_code == 303


@pytest.mark.requirement("S31")
def test_every_refusal_of_a_spare_key_looks_alike(ben: Person) -> None:
    made = codes.make()
    codes.give(ben, made)
    RecoveryCode.objects.filter(code_hash=codes.hashed(made[0])).update(used_at=ben.joined_at)
    tries = (made[0], codes.make()[0], "nothing")
    looks = [without_code("/recover/", {"code": code}) for code in tries]
    assert looks[0][0] == 422
    assert looks[0] == looks[1] == looks[2]
    assert Client().post("/recover/", {"code": made[1]}).status_code == 303


def without_code(path: str, form: dict[str, str]) -> Look:
    status, page, headers, cookies = look_of(path, form)
    return (
        status,
        re.sub(r'name="code" value="[^"]*"', "", page),
        [header for header in headers if header[0] != "Content-Length"],
        cookies,
    )


@pytest.mark.requirement("S31")
def test_a_name_that_is_not_there_costs_the_same_hash(ben: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    signing_in.who_signs_in("nobody", "warm the one that stands for nobody")
    work: list[str] = []
    real = hashing.Argon2id.verify

    def counted(self: hashing.Argon2id, password: str, encoded: str) -> bool:
        work.append(encoded[:30])
        return real(self, password, encoded)

    monkeypatch.setattr(hashing.Argon2id, "verify", counted)
    for handle, words in (("ben", "wrong"), ("nobody", "wrong"), ("ben", "x" * 100_000), ("ben", WORDS)):
        signing_in.who_signs_in(handle, words)
    assert len(work) == 4 and len(set(work)) == 1  # the same parameters stand at the start of each


@pytest.mark.requirement("S33")
def test_a_hash_costs_what_was_decided() -> None:
    assert (hashing.TIMES, hashing.MEMORY, hashing.Argon2id.parallelism) == (3, 46 * 1024, 1)
    assert hashing.AT_ONCE * hashing.MEMORY < 100 * 1024


@pytest.mark.requirement("S33")
def test_two_hash_at_the_same_time_one_waits_and_nobody_else_does(monkeypatch: pytest.MonkeyPatch) -> None:
    inside, most = 0, 0

    def slow(_self: Argon2PasswordHasher, _words: str, _kept: str) -> bool:
        nonlocal inside, most
        inside, most = inside + 1, max(most, inside + 1)
        time.sleep(0.2)
        inside -= 1
        return True

    def one(_number: int) -> bool:
        try:
            return hashing.Argon2id().verify("words", "kept")
        except hashing.Busy:
            return False

    monkeypatch.setattr(Argon2PasswordHasher, "verify", slow)
    answered = sum(all_at_once(one))
    assert hashing.AT_ONCE + hashing.WAITING <= answered < TIMES
    assert most == hashing.AT_ONCE


@pytest.mark.requirement("S33")
def test_whoever_found_no_turn_in_line_takes_no_place_of_those_who_waited_for_theirs(ben: Person) -> None:
    token = hashing.turned_away.set(True)
    try:
        assert Client().post("/sign-in/", FORM).status_code == 503
    finally:
        hashing.turned_away.reset(token)
    assert Client().post("/sign-in/", FORM).status_code == 303


@contextmanager
def every_place_taken() -> Iterator[None]:
    with ExitStack() as taken:
        for _place in range(hashing.AT_ONCE + hashing.WAITING):
            taken.enter_context(hashing._near)
        yield


@pytest.mark.requirement("S33")
def test_whoever_finds_no_place_types_their_words_once_more_in_a_moment(ben: Person) -> None:
    with every_place_taken():
        answers = [Client().post("/sign-in/", {**FORM, "next": "/me/devices/"}) for _time in range(7)]
    page = answers[-1].content.decode()
    assert {(answer.status_code, answer["Retry-After"]) for answer in answers} == {(503, "10")}
    assert "type your words once more" in page and WORDS not in page and "There is a problem" not in page
    assert 'value="ben"' in page and 'name="next" value="/me/devices/"' in page
    assert Client().post("/sign-in/", FORM).status_code == 303  # seven times counted for nothing


@pytest.mark.requirement("S33")
def test_whoever_confirms_and_finds_no_place_is_asked_once_more_too(ben: Person) -> None:
    browser = client_of(ben)
    with every_place_taken():
        answers = [
            browser.post("/me/confirm/", {"words": WORDS, "next": "/me/devices/"}) for _time in range(7)
        ]
    page = answers[-1].content.decode()
    assert {(answer.status_code, answer["Retry-After"]) for answer in answers} == {(503, "10")}
    assert "type your words once more" in page and WORDS not in page and "There is a problem" not in page
    assert 'name="next" value="/me/devices/"' in page
    assert browser.post("/me/confirm/", {"words": WORDS, "next": "/me/devices/"}).status_code == 303


def test_the_name_and_the_offered_words_are_forgiven(client: Client, ben: Person) -> None:
    ben.handle = "amber-heron-4182"
    ben.save()
    typed = {"handle": " Amber Heron 4182 ", "words": WORDS.upper().replace(" ", ", "), "mode": "own"}
    assert client.post("/sign-in/", typed)["Location"] == "/today/"


ODD = [{}, {"handle": "ben"}, {"words": "x"}, FORM | {"mode": "spaceship"}, FORM | {"handle": " "}]


@pytest.mark.parametrize("form", ODD)
def test_an_odd_form_keeps_what_was_typed_but_not_the_words(ben: Person, form: dict[str, str]) -> None:
    answer = Client().post("/sign-in/", form)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "There is a problem" in page and "Help now" in page
    assert WORDS not in page
    assert form.get("handle", "") != "ben" or 'value="ben"' in page


def test_huge_input_is_refused_kindly(client: Client, ben: Person) -> None:
    answer = client.post("/sign-in/", {"handle": "b" * 300_000, "words": "w" * 300_000, "mode": "own"})
    assert answer.status_code == 422


def test_fields_say_to_password_managers_what_they_are(client: Client, ben: Person) -> None:
    page = client.get("/sign-in/").content.decode()
    assert 'autocomplete="username"' in page and 'autocomplete="current-password"' in page
    assert "onpaste" not in page


def test_signing_out_ends_the_session_and_its_cookie(ben: Person) -> None:
    browser = client_of(ben)
    kept = browser.cookies["oc"].value
    answer = browser.post("/sign-out/")
    assert answer["Location"] == "/" and answer["Clear-Site-Data"] == '"cache", "storage"'
    assert answer.cookies["oc"].value == ""
    again = Client()
    again.cookies["oc"] = kept
    assert again.get("/me/").status_code == 303
    assert browser.get("/sign-out/").status_code == 405


def test_one_comes_back_to_where_one_was_asked(client: Client, ben: Person) -> None:
    asked = client.get("/me/devices/")["Location"]
    assert asked == "/sign-in/?next=%2Fme%2Fdevices%2F"
    assert client.post("/sign-in/", FORM | {"next": "/me/devices/"})["Location"] == "/me/devices/"


ELSEWHERE = [
    "https://evil.example/", "//evil.example", "///evil.example", "/\\evil.example", "\\/evil.example",
    "http:evil", "javascript:alert(1)", "/\t/evil.example", "/ /evil", "/%0d%0aX: y\r\n", "today/", "",
    "/" + "x" * 600, "/\x00", " /today/", "/\u2028x", "https:/evil.example", "//", "/\n",
]  # fmt: skip


@pytest.mark.requirement("S58")
@pytest.mark.parametrize("where", ELSEWHERE)
def test_nothing_leads_away_from_here(ben: Person, where: str) -> None:
    landed = {
        Client().post("/sign-in/", FORM | {"next": where})["Location"],
        client_of(ben).get("/sign-in/", {"next": where})["Location"],
        client_of(ben).post("/join/brings/", {"next": where})["Location"],
        Client().post("/display/", {"theme": "dark", "next": where})["Location"],
    }
    assert landed == {"/today/", "/meetings/", "/display/"}


@pytest.mark.requirement("S58")
@given(st.text(max_size=60) | st.from_regex(r"[/\\]{1,3}[a-z.:@/\\ ]{0,20}"))
def test_a_local_path_has_one_slash_and_no_trick(where: str) -> None:
    told = local.local_path(where)
    assert told in {"", where}
    assert not told or re.fullmatch(r"/([^/\\\s].*)?", told)
