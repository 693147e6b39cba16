"""Who could be told that something happened: nobody, unless a part registers somebody.

The page offers only what exists for this person, and nothing is ticked beforehand.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from openchair.paths.models import Entry
from openchair.people.models import Person


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody to choose. `tell` sends what the page says will be sent, now, and raises nothing.

    `key` is the same each time and names them to this person alone. `one_of_many`: a member of a group, in a
    list that is folded away.
    """

    key: str
    name: str
    tell: Callable[[Entry], None]
    one_of_many: bool = False


Maker = Callable[[Person], Iterable[Recipient]]
_makers: list[Maker] = []


def register(maker: Maker) -> Maker:
    """Let `maker` offer whom this person may choose. Call it once, when the app starts."""
    if maker not in _makers:
        _makers.append(maker)
    return maker


def forget(maker: Maker) -> None:
    """Ask `maker` no more."""
    _makers.remove(maker)


def recipients_of(person: Person) -> list[Recipient]:
    """Everybody there is to choose from, in the order in which parts registered."""
    return [one for maker in _makers for one in maker(person)]
