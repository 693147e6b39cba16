"""Words spoken in a room: kept until the meeting closes, and nowhere else.

They are sealed (AES-256-GCM) under a key of that occurrence, which the caller holds and destroys at closing;
the shelf they lie on, this process's memory or Redis, never sees them open.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Protocol
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string

from openchair.kit.sealing import Tampered, open_sealed, seal
from openchair.live.shelf import Kept, MemoryShelf, Shelf


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something said: by whom (`seat` is the name shown), of what kind, when (aware)."""

    id: str
    seat: str
    person: UUID
    kind: str
    text: str
    at: datetime


class WordStore(Protocol):
    """Words by room. `key` is 32 bytes; what does not open under it is as if it had not been said.

    A room keeps its latest words, up to a number and a size (`shelf.py`), and for 12 hours after the last
    of them, should nobody close it.
    """

    def say(self, room: UUID, key: bytes, utterance: Utterance) -> None:
        """Keep it; the same id again takes the place of what was said before."""

    def said(self, room: UUID, key: bytes, since: datetime) -> list[Utterance]:
        """What was said at that instant or later, in the order of the instants."""

    def find(self, room: UUID, key: bytes, utterance_id: str) -> Utterance | None:
        """One of them, or None."""

    def remove(self, room: UUID, key: bytes, utterance_id: str) -> None:
        """Take one away; one that is not there is no fault."""

    def forget(self, room: UUID) -> None:
        """Take everything away. Nothing of the room remains, not even that there was one."""


class SealedWords:
    """The store: seals what it lays on its shelf."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf

    def say(self, room: UUID, key: bytes, utterance: Utterance) -> None:
        sealed = _seal(room, key, utterance)
        self.shelf.put(room, Kept(utterance.id, utterance.at.timestamp(), sealed))

    def said(self, room: UUID, key: bytes, since: datetime) -> list[Utterance]:
        return _opened(room, key, self.shelf.since(room, since.timestamp()))

    def find(self, room: UUID, key: bytes, utterance_id: str) -> Utterance | None:
        kept = self.shelf.get(room, utterance_id)
        return next(iter(_opened(room, key, [kept])), None) if kept else None

    def remove(self, room: UUID, key: bytes, utterance_id: str) -> None:  # noqa: ARG002  nothing is opened
        self.shelf.drop(room, utterance_id)

    def forget(self, room: UUID) -> None:
        self.shelf.clear(room)


@cache
def words() -> WordStore:
    """The store of this place: in Redis when the settings name one, else in this process."""
    url: str | None = settings.OPENCHAIR_REDIS
    if not url:
        return SealedWords(MemoryShelf())
    return SealedWords(import_string("openchair.live.shelf_redis.RedisShelf")(url))


def _seal(room: UUID, key: bytes, said: Utterance) -> bytes:
    parts = [said.seat, str(said.person), said.kind, said.text, said.at.isoformat()]
    return seal(json.dumps(parts), key=key, place=_place(room, said.id))


def _opened(room: UUID, key: bytes, kept: Iterable[Kept]) -> list[Utterance]:
    opened = []
    for one in kept:
        try:
            parts = json.loads(open_sealed(one.sealed, key=key, place=_place(room, one.id)))
        except Tampered:
            continue  # another key, another room, another place in it, or not ours
        seat, person, kind, text, at = parts
        opened.append(Utterance(one.id, seat, UUID(person), kind, text, datetime.fromisoformat(at)))
    return opened


def _place(room: UUID, utterance_id: str) -> str:
    return f"words/{room}/{utterance_id}"
