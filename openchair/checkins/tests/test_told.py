"""What was told comes back as it was, and numbers off their scale are refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from openchair.checkins.told import HALT, PLANS, Told, told_in
from openchair.vault.results import Ciphertext, Erased

WORDS = some.text(max_size=60)
TOLD = some.builds(
    Told,
    mood=some.integers(1, 5),
    craving=some.none() | some.integers(0, 10),
    halt=some.lists(some.sampled_from(HALT), unique=True).map(tuple),
    plan=some.sampled_from(("", *PLANS)),
    talked=some.none() | some.booleans(),
    evening=some.none() | some.integers(1, 5),
    intention=WORDS,
    note=WORDS,
    at=some.just("08:10"),
)


@given(TOLD)
def test_what_was_told_comes_back_as_it_was(told: Told) -> None:
    assert told_in(told.as_kept()) == told


def test_a_day_without_words_is_short_enough_for_the_smallest_box() -> None:
    most = Told(5, 10, HALT, "not-today", talked=False, evening=5, at="08:10")
    assert len(most.as_kept()) < 150
    assert Told(3).as_kept() == '{"m":3}'


def test_a_craving_of_none_was_told_and_is_not_the_same_as_nothing() -> None:
    kept = told_in(Told(3, craving=0, talked=False).as_kept())
    assert kept is not None and kept.craving == 0 and kept.talked is False


@pytest.mark.parametrize(
    "wrong", [{"mood": 0}, {"mood": 6}, {"craving": 11}, {"craving": -1}, {"evening": 0}]
)
def test_numbers_off_the_scale_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="off the scale"):
        Told(**{"mood": 3, **wrong})  # type: ignore[arg-type] # that is the point


@pytest.mark.parametrize("wrong", [{"halt": ("bored",)}, {"plan": "broken"}])
def test_words_that_are_none_of_ours_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="off the scale"):
        Told(3, **wrong)  # type: ignore[arg-type] # that is the point


def test_words_that_cannot_be_read_are_no_words() -> None:
    assert told_in(Erased("gone", Ciphertext(b""))) is None
