"""Looking until the time is up, and going on from there."""

from collections.abc import Iterator
from itertools import count

from openchair.search.matching import Wanted
from openchair.search.scanning import BUDGET, MOST, Leaf, look

FERRY = Wanted.of("ferry")


def leaves(texts: list[str], opened: list[int] | None = None) -> Iterator[Leaf[int]]:
    """Numbered texts; `opened` notes which were."""
    for number, text in enumerate(texts):

        def words(number: int = number, text: str = text) -> str:
            if opened is not None:
                opened.append(number)
            return text

        yield Leaf(str(number), number, words)


def test_everything_is_looked_at_when_there_is_time() -> None:
    seen = look(FERRY, leaves(["the ferry", "the quay", "a ferry"]))
    assert (seen.found, seen.looked_at, seen.go_on) == ([0, 2], 3, "")


def test_it_stops_when_the_time_is_up_and_says_where() -> None:
    opened: list[int] = []
    ticks = (number * BUDGET / 4 for number in count())
    seen = look(FERRY, leaves(["the ferry"] * 50, opened), lambda: next(ticks))
    assert seen.go_on == str(opened[-1]) and seen.looked_at == len(opened) == 4


def test_it_gets_further_however_slow_the_machine_is() -> None:
    slow = count(step=100)
    seen = look(FERRY, leaves(["the quay", "the ferry"]), lambda: float(next(slow)))
    assert (seen.looked_at, seen.go_on) == (1, "0")


def test_a_page_is_full_at_some_point() -> None:
    seen = look(FERRY, leaves(["the ferry"] * (MOST + 5)), lambda: 0.0)
    assert len(seen.found) == MOST and seen.go_on == str(MOST - 1)


def test_a_page_that_ends_with_the_last_text_has_nothing_more() -> None:
    assert look(FERRY, leaves(["the ferry"] * MOST), lambda: 0.0).go_on == ""
    assert look(FERRY, leaves([]), lambda: 0.0).looked_at == 0
