"""Whose keys there must be: every row that has a key of its own."""

from collections.abc import Iterator

from django.apps import apps
from django.db import models

from openchair.vault.fields import ITSELF, Sealed
from openchair.vault.ring import Ring
from openchair.vault.tombstones import erased


def keyed_models() -> dict[str, type[models.Model]]:
    """The models whose rows have a key, by the kind of it: "person", "group", "case"."""
    return {
        column.kind: model
        for model in apps.get_models()
        for column in model._meta.concrete_fields
        if isinstance(column, Sealed) and column.by == ITSELF
    }


def rows_of(kind: str) -> Iterator[str]:
    """The ids of all rows of a kind."""
    rows = _rows(keyed_models()[kind]).values_list("pk", flat=True)
    return (str(pk) for pk in rows.iterator())


def all_rows() -> set[str]:
    """The ids of all rows that have a key."""
    return {one for kind in keyed_models() for one in rows_of(kind)}


def is_lived_in() -> bool:
    """True when there is a row whose words some ring must open."""
    return any(_rows(model).exists() for model in keyed_models().values())


def without_key(ring: Ring) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Rows that have no key, by kind: those that were erased, and those whose key is missing.

    A key is made before its row is written, so the rows are read first.
    """
    rows = {kind: set(rows_of(kind)) for kind in keyed_models()}
    keys = ring.names()
    bare = {kind: ids - keys for kind, ids in rows.items()}
    gone = {kind: erased(ring, ids) for kind, ids in bare.items()}
    return _some(gone), _some({kind: bare[kind] - gone[kind] for kind in bare})


def _rows(model: type[models.Model]) -> models.QuerySet[models.Model]:
    return model._meta.base_manager.all()


def _some(found: dict[str, set[str]]) -> dict[str, set[str]]:
    return {kind: ids for kind, ids in found.items() if ids}
