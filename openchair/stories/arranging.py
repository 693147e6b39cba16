"""Arranging a story while it is written: each press of a button gives the story as it is after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from openchair.stories.told import MOST_SECTIONS, Beginning, Section, Told


def arranged(told: Told, press: str) -> tuple[Told, int]:
    """The story after this press, and the number of the section to look at then.

    Presses: `add`, `up:2`, `remove:2`, `back` (what was removed last), `begin:now`. Others change nothing.
    """
    name, _sign, which = press.partition(":")
    act = _ACTS.get(name)
    return act(told, which) if act else (told, 1)


def without_empty(told: Told) -> Told:
    """As others see it: without sections in which nothing stands, and without what was put aside."""
    full = tuple(one for one in told.sections if one.heading or one.words)
    return replace(told, sections=full, aside=None)


def _add(told: Told, _which: str) -> tuple[Told, int]:
    return _with(told, Section())


def _begin(told: Told, which: str) -> tuple[Told, int]:
    """A heading of ours in the last section if that is empty, or in one more."""
    if which not in Beginning.values:
        return told, 1
    section = Section(str(Beginning(which).label))
    if told.sections[-1] == Section():
        return replace(told, sections=(*told.sections[:-1], section)), len(told.sections)
    return _with(told, section)


def _up(told: Told, which: str) -> tuple[Told, int]:
    at, sections = _place(told, which), list(told.sections)
    if at is None or at == 0:
        return told, 1
    sections[at - 1], sections[at] = sections[at], sections[at - 1]
    return replace(told, sections=tuple(sections)), at


def _remove(told: Told, which: str) -> tuple[Told, int]:
    """One section is always there to write in. What stood in the removed one is put aside."""
    at = _place(told, which)
    if at is None:
        return told, 1
    gone = told.sections[at]
    left = (*told.sections[:at], *told.sections[at + 1 :]) or (Section(),)
    aside = told.aside if gone == Section() else gone
    return replace(told, sections=left, aside=aside), max(at, 1)


def _back(told: Told, _which: str) -> tuple[Told, int]:
    if told.aside is None:
        return told, 1
    back, at = _with(told, told.aside)
    return (back, at) if back is told else (replace(back, aside=None), at)


def _with(told: Told, section: Section) -> tuple[Told, int]:
    if len(told.sections) >= MOST_SECTIONS:
        return told, len(told.sections)
    return replace(told, sections=(*told.sections, section)), len(told.sections) + 1


def _place(told: Told, which: str) -> int | None:
    """Where in the row the section of this number stands."""
    return int(which) - 1 if which in {str(one) for one in range(1, len(told.sections) + 1)} else None


_ACTS: Final[dict[str, Callable[[Told, str], tuple[Told, int]]]] = {
    "add": _add,
    "begin": _begin,
    "up": _up,
    "remove": _remove,
    "back": _back,
}
