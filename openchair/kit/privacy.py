"""What is kept about a person, said in code: each app's `privacy.py` lists its own in `KEPT`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Model
from django.utils.functional import Promise

Who = TypeVar("Who")
Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Kept(Generic[Who]):
    """One kind of row about a person.

    `why` and `how_long` are sentences for the privacy page, marked for translation. `export` gives the
    person's own rows as plain values (str, int, bool, None, aware datetime); `erase` leaves nothing of them.
    """

    model: type[Model]
    why: str | Promise
    how_long: str | Promise
    export: Callable[[Who], list[Row]]
    erase: Callable[[Who], None]
