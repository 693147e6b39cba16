"""Leave this site: at once, from anywhere, with or without an account or a database."""

import pytest
from django.db import DatabaseError
from django.test import Client

from openchair.people import codes, sessions
from openchair.people.models import Session
from openchair.people.tests import steps
from tests import recipes
from tests.cast import WORDS, client_of, ready_place, with_words

NEUTRAL = {"Notes"}


@pytest.mark.django_db
def test_a_blank_neutral_page_and_the_session_is_over() -> None:
    ready_place()
    browser = client_of(recipes.person("ben"))
    assert browser.get("/me/").status_code == 200
    answer = browser.post("/leave/")
    assert (answer.status_code, answer["Refresh"]) == (200, "0; url=/blank/")
    assert answer["Clear-Site-Data"] == '"cache"'
    assert set(steps.text_of(answer.content).split()) == NEUTRAL
    assert not Session.objects.exists() and browser.get("/me/").status_code == 303


@pytest.mark.django_db
def test_the_page_that_stays_says_nothing_about_this_place(client: Client) -> None:
    ready_place()
    for path in ("/blank/", "/leave/"):
        page = client.get(path).content.decode()
        assert set(steps.text_of(page.encode()).split()) == NEUTRAL
        assert "chair" not in page.lower() and "help" not in page.lower()


@pytest.mark.django_db
def test_an_old_page_can_be_left() -> None:
    ready_place()
    browser = Client(enforce_csrf_checks=True)
    assert browser.post("/sign-out/").status_code == 403
    assert browser.post("/leave/").status_code == 200


@pytest.mark.django_db
def test_whoever_sits_down_next_finds_no_key_that_was_typed_and_no_joining_that_was_begun() -> None:
    ready_place()
    ben = with_words(recipes.person("ben"))
    codes.give(ben, made := codes.make())
    browser = Client()
    steps.choose_words(browser)
    browser.post("/recover/", {"code": made[0]})
    for path in ("/join/keys/", "/recover/words/"):
        assert browser.get(path).status_code == 200
    browser.post("/leave/")
    assert [browser.get(path)["Location"] for path in ("/join/keys/", "/recover/words/")] == [
        "/join/",
        "/recover/",
    ]
    assert codes.left(ben) == len(made)


@pytest.mark.django_db
def test_it_works_before_the_first_run(client: Client) -> None:
    assert client.get("/")["Location"] == "/welcome/"
    assert client.post("/leave/").status_code == 200
    assert client.get("/blank/").status_code == 200


@pytest.mark.django_db
def test_it_works_when_the_database_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    ready_place()
    browser = client_of(recipes.person("ben"))

    def away(*_rows: object, **_how: object) -> None:
        raise DatabaseError

    monkeypatch.setattr(sessions, "end_sessions", away)
    answer = browser.post("/leave/")
    assert answer.status_code == 200 and answer.cookies["oc"].value == ""


@pytest.mark.django_db
def test_who_left_is_shown_nothing_even_when_the_word_of_it_never_came() -> None:
    ready_place()
    browser = client_of(recipes.person("ben"), Session.Mode.SHARED)
    browser.cookies["theme"], browser.cookies["left"] = "dark", "1"
    answer = browser.get("/me/")
    assert answer.status_code == 303 and not Session.objects.exists()
    assert {"oc", "theme"} <= {name for name, cookie in answer.cookies.items() if not cookie.value}


@pytest.mark.django_db
def test_who_left_can_come_back() -> None:
    ready_place()
    with_words(recipes.person("ben"))
    browser = client_of(recipes.person("chidi"))
    browser.cookies["left"] = "1"
    browser.post("/sign-in/", {"handle": "ben", "words": WORDS, "mode": "own"})
    assert browser.cookies["left"].value == ""
    assert browser.get("/me/").status_code == 200 and Session.objects.get().person.handle == "ben"
