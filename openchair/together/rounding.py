"""Which numbers of people are said: never of fewer than ten, and never one by one. Pure."""

from typing import Final

TOGETHER: Final = 10


def more_than(count: int) -> int:
    """The greatest round number that is less than `count`; 0, which is never said, below ten.

    Round is what ends in 0 below a hundred; beyond, half of the first place: 50 below a thousand, then 500,
    5,000 (docs/decisions/0057).
    """
    below = count - 1
    if below < TOGETHER:
        return 0
    step = TOGETHER if below < TOGETHER**2 else 5 * 10 ** (len(str(below)) - 2)
    return below // step * step
