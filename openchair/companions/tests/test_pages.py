"""What each of them meets on the pages of companions."""

import re
from collections.abc import Mapping

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from openchair.companions import caring, letting_know, offering, showing
from openchair.companions.models import Care, Companionship, Offer, Showing
from openchair.companions.tests.scene import (
    EVERYTHING,
    an_ask,
    checked_in,
    companions,
    membership,
    show_everything,
)
from openchair.groups.newcomers import FIRST_WEEKS
from openchair.kit.clock import now
from openchair.paths.tests.scene import a_path, a_path_with_a_setback
from openchair.people import limits
from openchair.people.models import Person
from openchair.people.tests.steps import text_of
from tests import recipes
from tests.cast import Cast, client_of, the_cast

pytestmark = pytest.mark.django_db
TOKENS = re.compile(rb'name="(?:csrfmiddlewaretoken|submit_id)" value="[^"]*"')


@pytest.fixture
def cast() -> Cast:
    return the_cast()


@pytest.fixture
def pair(cast: Cast) -> Companionship:
    return companions(cast.harbour, cast.ben, cast.chidi)


def in_group(cast: Cast, more: str = "") -> str:
    return f"/groups/{cast.harbour.public_id}/companions/{more}"


def whole(browser: Client, path: str) -> tuple[int, Mapping[str, str], bytes]:
    """A whole answer, tokens apart."""
    answer = browser.get(path)
    return answer.status_code, dict(answer.headers), TOKENS.sub(b"", answer.content)


def asks(browser: Client, cast: Cast, whom: Person, **told: str) -> int:
    """Send the form that asks; the status."""
    member = membership(cast.harbour, whom).public_id
    told = {"member": member, "called": "companion", "own": "", **told}
    return browser.post(in_group(cast, "ask/"), told).status_code


def test_ben_asks_and_chidi_says_yes_without_script(cast: Cast) -> None:
    ben, chidi = client_of(cast.ben), client_of(cast.chidi)
    assert asks(ben, cast, cast.chidi, called="own", own="walking partner") == 303
    assert "walking partner" in text_of(ben.get("/companions/").content)
    page = text_of(chidi.get("/companions/").content)
    assert "Ben asks you" in page and "walking partner" in page and "Nobody may press you" in page
    answer = chidi.post(f"/companions/{Companionship.objects.get().public_id}/acceptance/")
    page = chidi.get(answer["Location"]).content.decode()
    assert "What you let them see" in page and "Nobody may press you" in page and '" checked' not in page


def test_setting_aside_looks_to_the_asker_as_if_nothing_was(cast: Cast) -> None:
    made, ben = an_ask(cast.harbour, cast.ben, cast.chidi), client_of(cast.ben)
    before = whole(ben, "/companions/")
    chidi = client_of(cast.chidi)
    assert b"asks you" in chidi.get("/companions/").content
    chidi.post(f"/companions/{made.public_id}/aside/")
    assert b"asks you" not in chidi.get("/companions/").content
    assert whole(ben, "/companions/") == before


def test_wrong_input_comes_back_with_what_was_typed(cast: Cast, pair: Companionship) -> None:
    ben = client_of(cast.ben)
    tries = {
        in_group(cast, "ask/"): {"member": "nobody", "called": "own", "own": "x" * 41},
        in_group(cast): {"capacity": "6"},
        "/companions/care/": {"companion": pair.public_id, "days": "31"},
        f"/companions/{pair.public_id}/": {"items": ["diary"]},
    }
    for path, told in tries.items():
        answer = ben.post(path, told)
        assert answer.status_code == 422, path
        assert "There is a problem" in text_of(answer.content)
    assert "x" * 41 in ben.post(in_group(cast, "ask/"), {"own": "x" * 41}).content.decode()
    assert asks(ben, cast, cast.amara, called="own") == 422
    assert not Showing.objects.exists() and not Offer.objects.exists() and not Care.objects.exists()


def test_whoever_is_kept_apart_can_neither_be_chosen_nor_ask(cast: Cast) -> None:
    amara, eli = client_of(cast.amara), client_of(cast.eli)
    assert asks(amara, cast, cast.eli) == 422 and asks(eli, cast, cast.amara) == 422
    assert asks(eli, cast, cast.ben) == 303 and asks(amara, cast, cast.ben) == 303


def test_too_many_asks_are_told_alike_on_either_side(cast: Cast) -> None:
    limits.forget()
    names = [recipes.person(f"one{number}") for number in range(4)]
    for one in names:
        recipes.member(cast.harbour, one, one.handle.title())
    ben, other = client_of(cast.ben), client_of(names[3])
    assert [asks(ben, cast, one) for one in names] == [303, 303, 303, 422]
    an_ask(cast.harbour, cast.amara, names[0])
    member = membership(cast.harbour, names[0]).public_id
    answer = other.post(in_group(cast, "ask/"), {"member": member, "called": "companion"})
    assert answer.status_code == 422 and "Asks need time" in text_of(answer.content)


def test_the_same_form_sent_twice_asks_once(cast: Cast) -> None:
    ben = client_of(cast.ben)
    for _time in range(2):
        assert asks(ben, cast, cast.chidi, submit_id="one") == 303
    assert Companionship.objects.count() == 1


def test_withdrawn_is_byte_for_byte_a_quiet_day(cast: Cast, pair: Companionship) -> None:
    chidi, page = client_of(cast.chidi), f"/companions/{pair.public_id}/"
    never_given = whole(chidi, page)
    show_everything(pair, cast.ben)
    nothing_written = whole(chidi, page)
    checked_in(cast.ben)
    a_path(cast.ben, days=30)
    seen = whole(chidi, page)
    answer = client_of(cast.ben).post(page, {})
    assert answer.status_code == 303
    withdrawn = whole(chidi, page)
    for words in (b"Checked in today", b"Mood: good", b"Craving: 3 of 10", b"A milestone today: 30 days"):
        assert words in seen[2] and words not in withdrawn[2]
    assert never_given == nothing_written == withdrawn != seen


def test_a_word_taken_back_or_withdrawn_leaves_the_page_as_it_was(cast: Cast, pair: Companionship) -> None:
    chidi, page = client_of(cast.chidi), f"/companions/{pair.public_id}/"
    before, (_path, entry) = whole(chidi, page), a_path_with_a_setback(cast.ben)
    showing.show(companionship=pair, by=cast.ben, items=EVERYTHING)
    ben = client_of(cast.ben)
    assert b"You told them" not in ben.get(page).content
    letting_know.let_know(companionship=pair, person=cast.ben, entry=entry)
    assert b"You told them" in ben.get(page).content and b"You told them" not in chidi.get(page).content
    assert b"wanted you to know" in chidi.get(page).content
    assert b"wanted you to know" in chidi.get("/today/").content
    answer = ben.post(f"{page}word/withdrawal/")
    assert answer.status_code == 303
    assert whole(chidi, page) == before
    assert b"wanted you to know" not in chidi.get("/today/").content


def test_a_companion_is_offered_after_a_setback_only_when_chosen_before(
    cast: Cast, pair: Companionship
) -> None:
    _path, entry = a_path_with_a_setback(cast.ben)
    ben, moment = client_of(cast.ben), f"/moments/{entry.public_id}/"
    assert "Chidi, companion" not in ben.get(moment).content.decode()
    showing.show(companionship=pair, by=cast.ben, items=[Showing.Item.HAPPENED])
    page = ben.get(moment).content.decode()
    assert "Chidi, companion" in page and f'value="{pair.public_id}" checked' not in page
    ben.post(moment, {"tell": pair.public_id})
    assert "Ben wanted you to know" in client_of(cast.chidi).get("/today/").content.decode()


def test_either_side_ends_it_by_one_button_and_undoes_it_on_the_next_page(
    cast: Cast, pair: Companionship
) -> None:
    chidi, page = client_of(cast.chidi), f"/companions/{pair.public_id}/"
    assert client_of(cast.dana).get(page).status_code == 404
    answer = chidi.post(f"{page}ending/")
    assert f'action="{page}ending/undo/"' in chidi.get(answer["Location"]).content.decode()
    ben = client_of(cast.ben)
    assert ben.get(page).status_code == 404 and ben.post(f"{page}ending/undo/").status_code == 404
    chidi.post(f"{page}ending/undo/")
    assert ben.get(page).status_code == 200


def test_care_is_named_and_stopped_and_the_companion_sees_nothing_of_it(
    cast: Cast, pair: Companionship
) -> None:
    ben, chidi, page = client_of(cast.ben), client_of(cast.chidi), f"/companions/{pair.public_id}/"
    before = whole(chidi, page)
    assert ben.post("/companions/care/", {"companion": pair.public_id, "days": "4"}).status_code == 303
    assert "after 4 days" in text_of(ben.get("/companions/").content)
    assert whole(chidi, page) == before
    ben.post("/companions/care/ending/")
    assert caring.of(cast.ben) is None and whole(chidi, page) == before


def test_an_offer_is_made_listed_and_taken_back(cast: Cast) -> None:
    amara, chidi = client_of(cast.amara), client_of(cast.chidi)
    amara.post(in_group(cast), {"capacity": "2"})
    assert "Ask Amara" in text_of(chidi.get(in_group(cast)).content)
    assert client_of(cast.dana).get(in_group(cast)).status_code == 404
    amara.post(in_group(cast, "offer/withdrawal/"))
    assert "Ask Amara" not in text_of(chidi.get(in_group(cast)).content)


def test_twice_the_people_are_the_same_number_of_queries(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    browser = client_of(cast.ben)
    more(cast, "one", "two")
    counted = {}
    for path in ("/companions/", in_group(cast)):
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(path).status_code == 200
        counted[path] = len(asked)
    more(cast, "three", "four")
    for path, number in counted.items():
        with django_assert_num_queries(number):
            browser.get(path)


def more(cast: Cast, *names: str) -> None:
    """Each of them offers, and each first of two is a companion of Ben's, who asks the other."""
    for number, name in enumerate(names):
        one = recipes.person(name)
        recipes.member(cast.harbour, one, name.title())
        offering.offer(by=membership(cast.harbour, one), capacity=2)
        if number:
            an_ask(cast.harbour, cast.ben, one)
        else:
            companions(cast.harbour, one, cast.ben)


def test_a_newcomers_own_word_brings_in_no_way_to_reach_them(cast: Cast) -> None:
    chidi = membership(cast.harbour, cast.chidi).public_id
    typed = {"member": chidi, "called": "own", "own": "ring +44 7700 900123"}
    said = client_of(cast.ben).post(in_group(cast, "ask/"), typed)
    assert said.status_code == 422 and 'value="ring +44 7700 900123"' in said.content.decode()
    assert "please leave this out: +44 7700 900123" in said.content.decode()
    assert not Companionship.objects.exists()
    cast.harbour.memberships.filter(person=cast.ben).update(joined_at=now() - FIRST_WEEKS)
    client_of(cast.ben).post(in_group(cast, "ask/"), typed)
    assert Companionship.objects.get().called == typed["own"], "who is not new is left alone"
