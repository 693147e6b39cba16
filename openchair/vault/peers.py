"""Rows that were fetched together open together: one question to the ring for a whole page."""

from collections.abc import Iterable
from functools import cache
from uuid import UUID

from django.db import models

from openchair.vault import opened

PEERS = "_fetched_with"


class Peers:
    """Whose keys are needed by rows that came with one answer of the database."""

    def __init__(self) -> None:
        self.needed: set[UUID] = set()
        self._keys: dict[UUID, bytes] | None = None

    @property
    def keys(self) -> dict[UUID, bytes]:
        """Those of the keys that exist, asked for once."""
        if self._keys is None:
            self._keys = opened.KEYS.of(self.needed)
        return self._keys


def introduce(rows: Iterable[models.Model]) -> None:
    """Let these rows, and those fetched along with them, know one another."""
    peers = Peers()
    for row in rows:
        _join(row, peers)


def keys_for(row: models.Model, author: UUID, container: UUID | None) -> dict[UUID, bytes]:
    """The keys that one row needs, and with them those of the rows beside it."""
    peers: Peers | None = row.__dict__.get(PEERS)
    known = peers.needed if peers else ()
    if peers and author in known and (container is None or container in known):
        return peers.keys
    return opened.KEYS.of({author} if container is None else {author, container})


@cache
def key_columns(model: type[models.Model]) -> tuple[str, ...]:
    """The attributes of a row that name whose keys its sealed columns need."""
    return tuple(
        sorted({name for one in model._meta.concrete_fields for name in getattr(one, "key_columns", ())})
    )


def _join(row: models.Model, peers: Peers) -> None:
    held = row.__dict__
    held[PEERS] = peers
    for name in key_columns(type(row)):
        if isinstance(held.get(name), UUID):
            peers.needed.add(held[name])
    for related in row._state.fields_cache.values():
        if isinstance(related, models.Model) and PEERS not in related.__dict__:
            _join(related, peers)
