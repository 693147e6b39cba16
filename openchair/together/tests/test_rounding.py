"""Numbers of people are round, never too great, and never of fewer than ten."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from openchair.together.rounding import TOGETHER, more_than


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, 0),
        (1, 0),
        (10, 0),
        (11, 10),
        (20, 10),
        (21, 20),
        (100, 90),
        (101, 100),
        (150, 100),
        (151, 150),
        (1000, 950),
        (1001, 1000),
        (1501, 1500),
        (12_345, 10_000),
    ],
)
def test_a_number_is_rounded_down_to_what_is_truly_less(count: int, said: int) -> None:
    assert more_than(count) == said


@given(some.integers(0, 10**7))
def test_what_is_said_is_true_of_many_and_never_falls_as_more_come(count: int) -> None:
    said = more_than(count)
    assert said == 0 or TOGETHER <= said < count
    assert said <= more_than(count + 1)
