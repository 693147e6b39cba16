"""Somebody closes their account, with a code to keep, and says what becomes of their words."""

import re
from typing import Final

import pytest
from django.test import Client

from openchair.groups.models import Membership
from openchair.people.models import Closure, Person
from openchair.people.tests.steps import text_of
from openchair.project.ledger import closing
from openchair.project.ledger.tests.test_erasing import leading_to
from openchair.shares.models import Reply, Share
from openchair.shares.tests.scene import begun, replied, shared
from openchair.stories.models import Story
from openchair.stories.tests.scene import written
from tests.cast import WORDS, Cast, client_of, the_cast, with_words

pytestmark = pytest.mark.django_db(transaction=True)

CLOSE: Final = "/me/going/closing/"


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def code_on(page: str) -> str:
    """The erase code that the page shows."""
    return str(re.findall(r"<li>([0-9A-Z-]{29})</li>", page)[0])


def close(person: Person, becomes: str = "") -> tuple[str, str]:
    """Somebody closes their account; the code they kept, and the address of the receipt."""
    client = client_of(person)
    code = code_on(client.get(CLOSE).content.decode())
    return code, client.post(CLOSE, {"becomes": becomes})["Location"]


def test_a_closed_account_is_nobodys_to_sign_in_to(cast: Cast) -> None:
    with_words(cast.ben)
    handle = cast.ben.handle
    _code, address = close(cast.ben)
    client = Client()
    assert client.post("/sign-in/", {"handle": handle, "words": WORDS, "mode": "own"}).status_code == 422
    assert "Your account is closed" in text_of(client.get(address).content)
    assert Person.objects.filter(pk=cast.ben.pk).exists() and not Person.objects.by_handle(handle).exists()
    assert not Membership.objects.current().filter(person=cast.ben).exists()
    assert cast.ben.memberships.get().alias == "Ben", "still sealed, and still there"


def with_words_in_harbour(cast: Cast) -> tuple[Share, Share]:
    """What Ben shared and what Chidi did; each answered the other, and Amara Chidi. Ben wrote a story too."""
    mine, theirs = shared(cast.harbour, cast.ben), shared(cast.harbour, cast.chidi)
    for words, person in ((mine, cast.chidi), (theirs, cast.ben), (theirs, cast.amara)):
        replied(words, person)
    written(cast.harbour, cast.ben)
    return mine, theirs


def test_what_was_shared_and_answered_goes_where_its_writer_says_so(cast: Cast) -> None:
    _mine, theirs = with_words_in_harbour(cast)
    close(cast.ben, "go")
    assert Share.objects.get() == theirs and Reply.objects.get().person == cast.amara
    assert not Story.objects.exists()


@pytest.mark.requirement("S41")
def test_what_becomes_of_words_is_chosen_by_nobody_else(cast: Cast) -> None:
    with_words_in_harbour(cast)
    client = client_of(cast.ben)
    page = client.get(CLOSE).content.decode()
    assert 'name="becomes"' in page and "checked" not in page
    for sent in ({}, {"becomes": "elsewhere"}):
        again = client.post(CLOSE, sent)
        assert again.status_code == 422 and code_on(again.content.decode()) == code_on(page)
    assert "Choose what becomes of your words." in text_of(client.post(CLOSE).content)
    assert not Closure.objects.exists()


def test_who_shared_nothing_is_not_asked_what_becomes_of_it(cast: Cast) -> None:
    begun(cast.harbour, cast.ben)
    assert "becomes" not in client_of(cast.ben).get(CLOSE).content.decode()
    close(cast.ben)
    assert Closure.objects.filter(person=cast.ben).exists() and not Share.objects.exists()


def test_the_code_that_was_kept_erases_what_is_left(cast: Cast) -> None:
    code, _address = close(cast.ben)
    client = Client()
    assert client.post("/gone/code/", {"code": code[:-1] + "!"}).status_code == 422
    answer = client.post("/gone/code/", {"code": code.lower().replace("-", " ")})
    assert "Your account is erased" in text_of(client.get(answer["Location"]).content)
    assert list(leading_to(cast.ben.pk)) == [] and not Closure.objects.exists()


def test_the_code_that_was_written_down_is_the_one_that_counts_also_with_two_tabs(cast: Cast) -> None:
    client = client_of(cast.ben)
    first, second = (client.get(CLOSE).content.decode() for _tab in range(2))
    code = code_on(first)
    assert code in second
    client.post(CLOSE)
    assert Client().post("/gone/code/", {"code": code}).status_code == 303
    assert not Closure.objects.exists()


def test_without_its_page_nothing_is_closed(cast: Cast) -> None:
    assert client_of(cast.ben).post(CLOSE).status_code == 200
    assert not Closure.objects.exists()


def test_a_closed_account_of_which_nothing_is_left_goes_by_itself(cast: Cast) -> None:
    close(cast.ben)
    closing.let_go()
    assert Person.objects.filter(pk=cast.ben.pk).exists(), "the name in Harbour is still there"
    Membership.objects.filter(person=cast.ben).delete()
    closing.let_go()
    assert not Person.objects.filter(pk=cast.ben.pk).exists()
