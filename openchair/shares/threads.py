"""Threads in which shares stand besides the group's list. Apps above say which: this one cannot know them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from openchair.shares.models import Share
from openchair.shares.told import Kind


@dataclass(frozen=True, slots=True)
class Thread:
    """Its name, and where it stands. `change`: where one's own words there are changed, while that is so."""

    name: str
    address: str
    change: str = ""


Finder = Callable[[Sequence[Share]], Mapping[UUID, Thread]]
_finders: list[Finder] = []


def register(finder: Finder) -> None:
    """Let `finder` say in which thread shares stand, by the key of the share. Call it once, at the start."""
    if finder not in _finders:
        _finders.append(finder)


def threads_of(shares: Sequence[Share]) -> dict[UUID, Thread]:
    """Those of these shares that stand in one. Where none of them is a turn nothing is asked."""
    turns = [one for one in shares if is_turn(one)]
    found: dict[UUID, Thread] = {}
    for finder in _finders if turns else ():
        found |= finder(turns)
    return found


def thread_of(share: Share) -> Thread | None:
    """That of one share."""
    return threads_of([share]).get(share.pk)


def is_turn(share: Share) -> bool:
    """Was it said in a thread?"""
    told = share.says
    return told is not None and told.kind == Kind.TURN
