"""A session that ends, or words that change, between reading and writing in one request (S36, S37)."""

from datetime import timedelta
from typing import cast

import pytest
from django.http import HttpRequest, HttpResponse

from openchair.kit.clock import now
from openchair.people import recovering, sessions
from openchair.people.middleware import who_asks
from openchair.people.models import Person, Session
from openchair.people.requests import Request, here
from tests import recipes
from tests.cast import WORDS, client_of, ready_place, token_of, with_words

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S37")]


@pytest.fixture
def ben() -> Person:
    ready_place()
    return with_words(recipes.person("ben"))


def cold(person: Person) -> Request:
    """A request whose session was read, confirmed long ago."""
    request = HttpRequest()
    request.COOKIES["oc"] = token_of(person)
    Session.objects.update(confirmed_at=now() - timedelta(hours=1), powers_at=None, powers_used_at=None)
    assert here(cast(Request, request)).person == person
    return cast(Request, request)


def answered(request: Request, *, powers: bool = False) -> HttpResponse:
    """What the browser gets, once the page has confirmed."""

    def view(asked: HttpRequest) -> HttpResponse:
        answer = HttpResponse()
        sessions.confirm(cast(Request, asked), answer, powers=powers)
        return answer

    return who_asks(view)(request)


@pytest.mark.parametrize("powers", [False, True])
def test_a_session_that_ended_meanwhile_stays_ended_and_its_cookie_goes(ben: Person, powers: bool) -> None:
    request = cold(ben)
    Session.objects.all().delete()
    answer = answered(request, powers=powers)
    assert not Session.objects.exists()
    assert answer.cookies["oc"].value == ""


def test_giving_powers_back_brings_no_session_back(ben: Person) -> None:
    request, answer = cold(ben), HttpResponse()
    Session.objects.all().delete()
    sessions.give_back_powers(request, answer)
    assert not Session.objects.exists() and "oc" not in answer.cookies


def test_the_words_before_confirm_nothing_once_others_were_chosen(ben: Person) -> None:
    request = cold(ben)
    other = Person.objects.get(pk=ben.pk)
    recovering.new_words(person=other, words="another lamp in another harbour", here=here(request).pk)
    answer = answered(request, powers=True)
    session = Session.objects.get()
    assert not session.is_confirmed_at(now()) and session.powers_at is None
    assert "oc" not in answer.cookies, "they are still signed in, and asked again"


def test_two_that_were_read_at_once_both_go_on(ben: Person) -> None:
    request = cold(ben)
    other = cast(Request, HttpRequest())
    other.COOKIES["oc"] = request.COOKIES["oc"]
    here(other)
    first, second = answered(request), answered(other)
    assert Session.objects.count() == 1 and Session.objects.get().is_confirmed_at(now())
    for answer in (first, second):
        assert Session.find(answer.cookies["oc"].value)


def test_whoever_was_signed_out_is_asked_to_sign_in_on_the_next_page(ben: Person) -> None:
    browser = client_of(ben)
    Session.objects.all().delete()
    answer = browser.post("/me/confirm/", {"words": WORDS, "next": "/me/words/"})
    assert answer["Location"].startswith("/sign-in/") and not Session.objects.exists()
