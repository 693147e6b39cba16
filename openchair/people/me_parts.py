"""Rows of Me that apps above bring along, since this one cannot know them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from openchair.people.requests import Request


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: where it leads, its name, and what one finds there. `steward`: only stewards see it."""

    url: str
    name: str
    note: str
    steward: bool = False


Maker = Callable[[Request], Iterable[Entry]]
_makers: list[Maker] = []


def register(maker: Maker) -> Maker:
    """Let `maker` add its rows to everybody's Me. Call it once, when the app starts."""
    if maker not in _makers:
        _makers.append(maker)
    return maker


def entries_of(request: Request) -> list[Entry]:
    """The rows for whoever asks, in the order the apps registered."""
    return [entry for maker in _makers for entry in maker(request)]
