"""Looking through sealed words: opened one after the other, until the time is up or a page is full.

No index of words exists, sealed or not: it would say what everybody writes about to whoever has the disk.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from openchair.search.matching import Wanted

BUDGET: Final = 0.2  # seconds; with the page around it, an answer comes within 250 ms
MOST: Final = 20  # found, on one page

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Leaf(Generic[Row]):
    """One row to look at: `place` is where to go on after it, `text` opens its words."""

    place: str
    row: Row
    text: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Look(Generic[Row]):
    """What was found, how many were looked at, and where to go on; empty when everything was looked at."""

    found: list[Row]
    looked_at: int
    go_on: str


def look(
    wanted: Wanted, leaves: Iterable[Leaf[Row]], clock: Callable[[], float] = time.monotonic
) -> Look[Row]:
    """Look at the leaves in their order. At least one is looked at, so that going on always gets further.

    `clock` gives seconds; another one may be given, so that a test need not wait.
    """
    until, found, looked_at = clock() + BUDGET, [], 0
    for leaf, is_last in _with_end(leaves):
        looked_at += 1
        if wanted.stands_in(leaf.text()):
            found.append(leaf.row)
        if not is_last and (len(found) == MOST or clock() >= until):
            return Look(found, looked_at, leaf.place)
    return Look(found, looked_at, "")


def _with_end(leaves: Iterable[Leaf[Row]]) -> Iterator[tuple[Leaf[Row], bool]]:
    """Each leaf, and whether it is the last one."""
    before: Leaf[Row] | None = None
    for leaf in leaves:
        if before is not None:
            yield before, False
        before = leaf
    if before is not None:
        yield before, True
