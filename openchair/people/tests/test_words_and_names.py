"""Sign-in names, offered words and one's own."""

import re

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from openchair.people import names, passphrase
from openchair.people.tests import steps
from tests import recipes
from tests.cast import ready_place, with_words

ABOUT = ["amber-heron-4182", "Lamplight Harbour"]


def test_names_are_easy_to_copy_and_hard_to_guess() -> None:
    made = {names.sign_in_name() for _ in range(300)}
    assert len(made) > 295
    assert all(re.fullmatch(r"[a-z]+-[a-z]+-[1-9]\d{3}", name) for name in made)


@pytest.mark.parametrize(
    "typed", ["Amber Heron 4182", " amber-heron-4182 ", "AMBER_HERON–4182", "amber  heron-4182"]
)
def test_a_typed_name_is_forgiven(typed: str) -> None:
    assert names.as_kept(typed) == "amber-heron-4182"


def test_six_words_of_eleven_bits() -> None:
    for language in ("en", "es", "xx"):
        assert len(passphrase.offer(language).split()) == 6
    assert passphrase.offer("es") != passphrase.offer("es")


def test_offered_words_forgive_case_accents_and_what_stands_between() -> None:
    assert (
        passphrase.as_kept("  Copper, GARDEN river-twelve lamp\tmaple. ")
        == "copper garden river twelve lamp maple"
    )
    assert passphrase.as_kept("ÁBACO acción ácido acne aereo abeja") == "abaco accion acido acne aereo abeja"


@pytest.mark.requirement("S32")
def test_own_words_are_taken_exactly() -> None:
    assert passphrase.as_kept("  Two Spaces, and Capitals ") == "  Two Spaces, and Capitals "
    assert passphrase.as_kept("Copper garden river twelve lamp") == "Copper garden river twelve lamp"
    assert passphrase.as_kept("e\u0301t\u0301") == passphrase.as_kept("\u00e9t\u0301")


@pytest.mark.requirement("S32")
@pytest.mark.parametrize(
    "words",
    [
        "a lamp in the harbour",
        "fifteen letters",
        "onlysmallletterswithoutanyspaces",
        "雨の夜に小さな灯りがひとつ見える",
        "🌧 rain on the roof 🌧",
        "x1y2z3 and much more of it, until it is long enough for anybody who likes long ones",
    ],
)
def test_own_words_need_length_and_nothing_else(words: str) -> None:
    assert passphrase.trouble(words, ABOUT) == ""


@pytest.mark.requirement("S32")
@pytest.mark.parametrize(
    "words",
    [
        "",
        "fourteen chars",
        "aaaaaaaaaaaaaaaaaaaa",
        "lalalalalalalalala",
        "password password",
        "passwordpassword",
        "123456789012345",
        "password12345678",
        "abcdefghijklmnop",
        "qwertyuiopasdfghjkl",
        "amber heron 4182",
        "amber-heron-4182",
        "lamplight harbour 1",
        " " * 20,
        "x" * 129,
    ],
)
def test_own_words_that_are_easy_to_guess_are_refused(words: str) -> None:
    assert passphrase.trouble(words, ABOUT) != ""


@pytest.mark.requirement("S32")
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=400))
def test_whatever_is_typed_there_is_an_answer(words: str) -> None:
    told = passphrase.trouble(words, ABOUT)
    assert bool(told) or passphrase.SHORTEST <= len(words) <= passphrase.LONGEST
    assert passphrase.as_kept(passphrase.as_kept(words)) == passphrase.as_kept(words)


@pytest.mark.django_db
@pytest.mark.requirement("S32")
def test_long_words_are_compared_to_their_last_letter(client: Client) -> None:
    ready_place()
    long = "the lamp in the harbour shines " * 4
    with_words(recipes.person("ben"), long)
    for words, status in ((long[:-1] + "x", 422), (long.upper(), 422), (long.strip(), 422), (long, 303)):
        assert (
            client.post("/sign-in/", {"handle": "ben", "words": words, "mode": "own"}).status_code == status
        )


@pytest.mark.django_db
@pytest.mark.parametrize("own", ["", "tiny-xq", "password password", "x" * 1_000_000])
def test_words_that_do_not_do_are_said_so_and_never_shown_again(client: Client, own: str) -> None:
    ready_place()
    steps.read_the_rules(client)
    answer = client.post("/join/name/", {"how": "own", "own": own, "mode": "shared"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert 'id="id_own-error"' in page and "There is a problem" in page
    assert 'value="shared" checked' in page
    assert not own or own not in re.sub(r"(?s)<p class=\"(hint|error)\".*?</p>", "", page)
