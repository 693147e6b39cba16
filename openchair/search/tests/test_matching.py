"""What is found, whatever its accents and capitals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openchair.search.matching import AROUND, Wanted


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("ferry", "The FERRY was late"),
        ("cafe", "We met in a café"),
        ("CAFÉ", "the cafe on the quay"),
        ("quay ferry", "The ferry, and then the quay"),
        ("strasse", "Die Straße war leer"),
        ("ＦＥＲＲＹ", "the ferry"),
        ("πατερασ", "Ο πατέρας μου"),
        ("家", "我回家了"),
        ("err", "the ferry"),
    ],
)
def test_words_are_found_as_people_type_them(said: str, text: str) -> None:
    assert Wanted.of(said).stands_in(text)


@pytest.mark.parametrize(("said", "text"), [("ferry quay", "The ferry was late"), ("", "anything")])
def test_what_does_not_hold_every_word_is_not_found(said: str, text: str) -> None:
    assert not Wanted.of(said).stands_in(text)


@pytest.mark.parametrize(("said", "vague"), [("a", True), ("  ", True), ("家", False), ("a quay", False)])
def test_one_letter_is_too_little_but_one_sign_can_be_a_word(said: str, vague: bool) -> None:
    assert Wanted.of(said).is_vague is vague


def test_the_piece_around_it_is_as_it_was_written() -> None:
    found = Wanted.of("cafe").excerpt("Straße\n" * 20 + "We met in a Café by the sea. " + "And then. " * 20)
    assert found.found == "Café" and found.before.endswith("We met in a ") and found.after.startswith(" by")
    assert found.before.startswith("…") and found.after.endswith("…")
    assert len(found.before) <= AROUND + 1 and "\n" not in found.before


@given(st.text(), st.text())
def test_nothing_that_people_write_breaks_the_search(said: str, text: str) -> None:
    wanted = Wanted.of(said)
    found = wanted.excerpt(text)
    assert len(found.before) <= AROUND + 1 and len(found.after) <= 2 * AROUND + 1
    assert bool(found.found) <= any(word for word in wanted.words)
