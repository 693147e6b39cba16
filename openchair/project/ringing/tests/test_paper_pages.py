"""The key on paper: shown once, asked back, and written down nowhere but in the sealed cookie."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from openchair.kit.clock import now
from openchair.people import drafts
from openchair.people.models import Person, Place, Stewardship
from openchair.people.tests import steps
from openchair.project.ringing import papers
from openchair.project.ringing.state import state
from openchair.project.tests.test_first_run import ANSWERS, begin
from openchair.vault import opened, paper
from openchair.vault.models import Verification
from openchair.vault.ring_file import BOTH
from tests.cast import client_of, the_cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_paper_yet() -> None:
    """The ring of all these tests forgets what an earlier one kept."""
    with opened.ring().writing() as connection:
        for of in BOTH:
            connection.execute(f"DELETE FROM {of}.facts WHERE name LIKE 'paper%'")  # noqa: S608


def steward() -> Client:
    amara = the_cast().amara
    Stewardship.objects.create(person=amara)
    return client_of(amara)


def typed(browser: Client, purpose: str) -> tuple[list[str], dict[str, str]]:
    """The words on the page, and the answer to what it asks."""
    draft = drafts._open(browser.cookies[f"draft-{purpose}"].value, purpose)
    assert draft is not None
    words = draft["paper"].split()
    return words, {
        f"word_{number}": words[int(number) - 1].upper() for number in draft["asked_words"].split()
    }


def at_the_paper() -> Client:
    browser = begin()
    for slug in (one for one in ANSWERS if one != "paper"):
        browser.get(f"/welcome/{slug}/")
        browser.post(f"/welcome/{slug}/", ANSWERS[slug])
    return browser


@pytest.mark.requirement("S71")
def test_a_place_is_not_ready_before_three_words_were_typed_back() -> None:
    browser = at_the_paper()
    page = browser.get("/welcome/paper/").content.decode()
    words, answer = typed(browser, "welcome")
    assert len(words) == 24 and all(f"</span> {word}</li>" in page for word in words)
    assert browser.post("/welcome/check/")["Location"] == "/welcome/paper/"
    for wrong in ({}, answer | {next(iter(answer)): "lamp"}):
        assert browser.post("/welcome/paper/", wrong).status_code == 422
    assert browser.post("/welcome/paper/", answer)["Location"] == "/welcome/check/"
    assert not Place.objects.exists() and paper.kept(opened.ring()) is None
    assert len(browser.cookies["draft-welcome"].value) < 3800
    assert browser.post("/welcome/check/")["Location"] == "/today/"
    assert paper.kept(opened.ring()) == paper.public_of(" ".join(words))
    here = client_of(Person.objects.get())
    assert "made on" in steps.text_of(here.get("/place/").content)


def test_the_same_words_stand_there_when_one_comes_back() -> None:
    browser = at_the_paper()
    first = browser.get("/welcome/paper/").content
    words, _answer = typed(browser, "welcome")
    browser.get("/welcome/paper/")
    assert typed(browser, "welcome")[0] == words and words[0].encode() in first


def test_later_is_said_on_the_stewards_page_until_it_is_done() -> None:
    browser = at_the_paper()
    browser.get("/welcome/paper/")
    assert browser.post("/welcome/paper/", {"later": "1"})["Location"] == "/welcome/check/"
    browser.post("/welcome/check/")
    assert paper.kept(opened.ring()) is None
    page = client_of(Person.objects.get()).get("/place/").content.decode()
    assert "There is no key on paper yet" in page and 'href="/place/paper/"' in page


def test_a_steward_makes_a_paper_and_then_another() -> None:
    browser, made = steward(), set()
    for _ in range(2):
        page = browser.get("/place/paper/").content.decode()
        words, answer = typed(browser, "paper")
        assert words[5] in page and browser.post("/place/paper/", {}).status_code == 422
        kept = paper.kept(opened.ring())
        assert browser.post("/place/paper/", answer)["Location"] == "/place/"
        assert paper.kept(opened.ring()) == paper.public_of(" ".join(words)) != kept
        made.add(tuple(words))
    assert len(made) == 2


def test_half_an_hour_later_there_are_other_words() -> None:
    browser = steward()
    browser.get("/place/paper/")
    words, answer = typed(browser, "paper")
    with time_machine.travel(now() + timedelta(minutes=31)):
        assert browser.post("/place/paper/", answer).status_code in {303, 422}
    assert paper.kept(opened.ring()) is None and words


def test_nobody_but_a_steward_sees_it() -> None:
    cast = the_cast()
    assert client_of(cast.amara).get("/place/paper/").status_code == 404
    assert steward_of(cast).get("/place/paper/").status_code == 200


def steward_of(cast: object) -> Client:
    ben = cast.ben  # type: ignore[attr-defined] # the cast, as `the_cast` gives it
    Stewardship.objects.create(person=ben)
    return client_of(ben)


def test_a_page_that_was_sent_twice_keeps_the_first_paper() -> None:
    first, second = papers.begun(None), papers.begun(None)
    papers.keep_first(first)
    papers.keep_first(second)
    assert paper.kept(opened.ring()) == paper.public_of(first["paper"])


def test_what_a_steward_may_know_names_nothing() -> None:
    assert state().paper_day == "" and not state().is_wrong and not state().looked_on
    Verification.objects.create(faults=1)
    assert not state().is_wrong and state().looked_on
    papers.keep(papers.begun(None))
    assert state().is_wrong and state().paper_day
    assert "Something is wrong with the keys" in steps.text_of(steward().get("/place/").content)
    opened.ring().close()
    path = opened.ring().copy
    aside = path.rename(path.with_name("aside"))
    try:
        assert state().is_wrong
    finally:
        opened.ring().close()
        aside.rename(path)
