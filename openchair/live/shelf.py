"""Where sealed words lie while a meeting lasts: a contract, and the shelf in this process's memory."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, NamedTuple, Protocol
from uuid import UUID

MOST_WORDS: Final = 5000  # utterances of a room; the oldest make room
MOST_BYTES: Final = 8 * 1024 * 1024  # sealed, of a room; likewise
LONGEST: Final = 12 * 60 * 60  # seconds after the last word


class Away(Exception):
    """The shelf cannot be reached just now. What was to be laid down may lie there all the same."""


class Kept(NamedTuple):
    """Sealed words, their id, and when they were said (seconds since 1970)."""

    id: str
    at: float
    sealed: bytes


class Shelf(Protocol):
    """Sealed words by room. Every method may be called from any thread, and raises Away when it must."""

    def put(self, room: UUID, kept: Kept) -> None:
        """Lay it down, in place of one with the same id."""

    def since(self, room: UUID, at: float) -> list[Kept]:
        """Those said then or later, in order."""

    def get(self, room: UUID, name: str) -> Kept | None:
        """The one with this id."""

    def drop(self, room: UUID, name: str) -> None:
        """Take one away."""

    def clear(self, room: UUID) -> None:
        """Take all away."""


@dataclass(slots=True)
class _Room:
    words: dict[str, Kept] = field(default_factory=dict)
    size: int = 0
    last: float = 0.0


class MemoryShelf:
    """A shelf in this process: it goes when the process goes."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._rooms: dict[UUID, _Room] = {}

    def put(self, room: UUID, kept: Kept) -> None:
        with self._lock:
            self._sweep()
            there = self._rooms.setdefault(room, _Room())
            self._take(there, kept.id)
            there.words[kept.id] = kept
            there.size += len(kept.sealed)
            there.last = self._clock()
            while len(there.words) > MOST_WORDS or there.size > MOST_BYTES:
                self._take(there, next(iter(there.words)))

    def since(self, room: UUID, at: float) -> list[Kept]:
        with self._lock:
            self._sweep()
            there = self._rooms.get(room)
            found = [one for one in there.words.values() if one.at >= at] if there else []
        return sorted(found, key=lambda one: one.at)

    def get(self, room: UUID, name: str) -> Kept | None:
        with self._lock:
            self._sweep()
            there = self._rooms.get(room)
            return there.words.get(name) if there else None

    def drop(self, room: UUID, name: str) -> None:
        with self._lock:
            if there := self._rooms.get(room):
                self._take(there, name)
                if not there.words:
                    del self._rooms[room]

    def clear(self, room: UUID) -> None:
        with self._lock:
            self._rooms.pop(room, None)

    def _take(self, room: _Room, name: str) -> None:
        if kept := room.words.pop(name, None):
            room.size -= len(kept.sealed)

    def _sweep(self) -> None:
        oldest = self._clock() - LONGEST
        for room in [name for name, there in self._rooms.items() if there.last < oldest]:
            del self._rooms[room]
