"""Rows of Me that apps above bring along, since this one cannot know them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto

from openchair.people.requests import Request


class Part(Enum):
    """The parts of Me, under whose headings rows stand. Only stewards see the last."""

    DAYS = auto()
    HERE = auto()
    KEPT = auto()
    STEWARD = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: where it leads, its name, what one finds there, and under which heading."""

    url: str
    name: str
    note: str
    part: Part = Part.HERE


Maker = Callable[[Request], Iterable[Entry]]
_makers: list[Maker] = []


def register(maker: Maker) -> Maker:
    """Let `maker` add its rows to everybody's Me. Call it once, when the app starts."""
    if maker not in _makers:
        _makers.append(maker)
    return maker


def entries_of(request: Request) -> dict[Part, list[Entry]]:
    """The rows for whoever asks, by part, in the order the apps registered."""
    entries = [entry for maker in _makers for entry in maker(request)]
    return {part: [one for one in entries if one.part is part] for part in Part}
