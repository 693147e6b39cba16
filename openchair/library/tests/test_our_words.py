"""How the built-in words sound: short, plain, kind, and nobody else's."""

import re

import pytest

from openchair.groups.first_agreement import AGREEMENT, agreement_text
from openchair.library.readings import readings
from openchair.library.scripts import scripts
from openchair.library.tests.reading_age import grade, sentences, words
from openchair.people.house_rules import HOUSE_RULES

HURTING = (
    r"\b(addicts?|alcoholics?|clean|dirty|fail\w*|relapse\w*|abuse\w*|users?|content)\b"
    r"|anonym|confidential"
)
LONGEST_SENTENCE = 20
READ_AT_ELEVEN = 6.0


def lines() -> list[str]:
    steps = [str(step.line) for item in scripts() for step in item.steps]
    return list(dict.fromkeys(steps))


def everything() -> list[str]:
    notes = [str(step.note) for item in scripts() for step in item.steps]
    abouts = [str(item.about) for item in scripts()]
    texts = [str(item.text) for item in readings()]
    return list(
        dict.fromkeys([*lines(), *notes, *abouts, *texts, *map(str, HOUSE_RULES), *map(str, AGREEMENT)])
    )


@pytest.mark.parametrize("text", everything(), ids=lambda text: text[:40])
def test_a_sentence_has_at_most_twenty_words(text: str) -> None:
    for sentence in sentences(text):
        assert len(words(sentence)) <= LONGEST_SENTENCE, sentence


@pytest.mark.parametrize("line", lines(), ids=lambda line: line[:40])
def test_the_chair_says_one_to_four_sentences(line: str) -> None:
    assert 1 <= len(sentences(line)) <= 4


def test_a_child_of_eleven_can_read_it() -> None:
    assert grade(" ".join(everything())) <= READ_AT_ELEVEN
    for item in readings():
        assert grade(str(item.text)) <= READ_AT_ELEVEN, item.key


@pytest.mark.parametrize("text", everything(), ids=lambda text: text[:40])
def test_no_word_hurts_or_shouts(text: str) -> None:
    assert "!" not in text
    assert not re.search(HURTING, text.lower())


BORROWED = (
    "keep coming back", "one day at a time", "just for today", "higher power", "take what you", "serenity",
    "let it stay here", "powerless", "easy does it", "first things first", "it works if you work it",
    "principles before personalities", "the only requirement", "higher self", "buddha", "four-point", "hula",
)  # fmt: skip


@pytest.mark.parametrize("phrase", BORROWED)
def test_no_phrase_of_any_fellowship_is_in_it(phrase: str) -> None:
    assert phrase not in " ".join(everything()).lower()


def test_there_are_six_house_rules() -> None:
    assert len(HOUSE_RULES) == 6


def test_the_agreement_is_one_line_a_point() -> None:
    assert agreement_text().splitlines() == [str(point) for point in AGREEMENT]
