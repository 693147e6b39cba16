"""What stands in a person's calendar: their reminders, and what apps above bring along."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from openchair.people.models import Person


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `uid` never changes; `begins` is aware, on the clock that the entry goes by.

    `weekdays` (0 is Monday) let it come again each week on that clock; `path` is its page here.
    """

    uid: str
    name: str
    begins: datetime
    minutes: int
    path: str
    weekdays: tuple[int, ...] = ()


Maker = Callable[[Person, datetime], Iterable[Entry]]
_makers: list[Maker] = []


def register(maker: Maker) -> Maker:
    """Let `maker` add what comes from an instant on to everybody's own calendar. Call it at the start."""
    if maker not in _makers:
        _makers.append(maker)
    return maker


def entries_of(person: Person, moment: datetime) -> list[Entry]:
    """Everything of theirs from this instant on."""
    return [entry for maker in _makers for entry in maker(person, moment)]
