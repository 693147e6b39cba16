"""That a copy is good: whole, with as many rows as there were, and its words open."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.apps import apps
from django.db import models

from openchair.project.backing_up.sets import Spoilt
from openchair.vault import boxes
from openchair.vault.boxes import BrokenSeal
from openchair.vault.fields import Sealed
from openchair.vault.ring import Ring
from openchair.vault.tombstones import erased

LEAST: Final = 20  # rows of each sealed column, or all when there are fewer
SHARE: Final = 100  # or one in a hundred

Rows = list[tuple[Any, ...]]
Ask = Callable[[str], Rows]


@dataclass(frozen=True, slots=True)
class Opened:
    """How many sealed rows were tried: those that opened, and those of people who are gone."""

    rows: int
    erased: int


def counts(ask: Ask) -> dict[str, int]:
    """How many rows each of our tables has."""
    names = sorted(model._meta.db_table for model in apps.get_models())
    return {name: int(ask(f'SELECT COUNT(*) FROM "{name}"')[0][0]) for name in names}


def open_some(ask: Ask, ring: Ring) -> Opened:
    """Open one row in a hundred of each sealed column, twenty at least. Raises Spoilt if one stays shut."""
    good = gone = 0
    for model, column in _sealed():
        total = int(ask(f'SELECT COUNT(*) FROM "{model._meta.db_table}"')[0][0])
        for row, sealed in _sample(ask, model, column, max(LEAST, total // SHARE)):
            if _opens(column, row, sealed, ring):
                good += 1
            else:
                gone += 1
    return Opened(good, gone)


def _sealed() -> Iterator[tuple[type[models.Model], Sealed]]:
    for model in apps.get_models():
        for column in model._meta.concrete_fields:
            if isinstance(column, Sealed):
                yield model, column


def _sample(
    ask: Ask, model: type[models.Model], column: Sealed, most: int
) -> Iterator[tuple[models.Model, bytes]]:
    names = ["pk", *column.key_columns]
    attributes = [model._meta.pk.attname if name == "pk" else name for name in names]
    columns = ", ".join(f'"{name}"' for name in [*attributes, str(column.column)])
    for *keys, sealed in ask(
        f'SELECT {columns} FROM "{model._meta.db_table}" WHERE "{column.column}" IS NOT NULL'
        f" ORDER BY random() LIMIT {most}"
    ):
        row = model()
        for name, value in zip(attributes, keys, strict=True):
            setattr(row, name, value if isinstance(value, UUID) else UUID(value))
        yield row, bytes(sealed)


def _opens(column: Sealed, row: models.Model, sealed: bytes, ring: Ring) -> bool:
    """True when the words open, False when somebody's key was destroyed. Raises Spoilt."""
    spot = column.spot(row)
    needed = {str(one) for one in (spot.author, spot.container) if one}
    keys = ring.open_keys(needed)
    if missing := needed - keys.keys():
        if erased(ring, missing) == missing:
            return False
        raise Spoilt(f"A row of {row._meta.db_table} has no key in the ring {ring.path}.")
    container = keys[str(spot.container)] if spot.container else boxes.NOBODY
    try:
        boxes.unseal(sealed, spot=spot, author=keys[str(spot.author)], container=container)
    except BrokenSeal:
        raise Spoilt(f"A row of {row._meta.db_table} does not open.") from None
    return True
