"""The ring of this place, and the keys of it that are opened at the moment."""

import hmac
import threading
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from time import monotonic
from typing import Final
from uuid import UUID

from django.conf import settings

from openchair.kit.clock import now
from openchair.vault.keks import KeyFolder
from openchair.vault.ring import Ring
from openchair.vault.tombstones import remember

MOST_KEPT: Final = 10_000  # keys
KEPT_FOR: Final = 300.0  # seconds
RING_FILE: Final = "ring.sqlite3"


@cache
def ring() -> Ring:
    """The ring that the settings name. It is made by `begin` when the place is set up, never in passing."""
    return Ring(
        path=settings.OPENCHAIR_RING / RING_FILE,
        copy=settings.OPENCHAIR_RING_COPY / RING_FILE,
        keys=KeyFolder(settings.OPENCHAIR_KEYS),
    )


@dataclass(slots=True)
class OpenedKeys:
    """Keys as the ring gave them, for five minutes at most, and never after one was destroyed anywhere.

    Another process that destroys a key changes the ring's count, and all that is held here is dropped.
    """

    _held: OrderedDict[UUID, tuple[bytes, float]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _destroyed: int = -1

    def of(self, subjects: Iterable[UUID]) -> dict[UUID, bytes]:
        """The keys of those who have one: at most one question to the ring for all that are not held."""
        wanted = set(subjects)
        destroyed = ring().destroyed()
        with self._lock:
            found = self._still_good(wanted, destroyed)
        missing = wanted - found.keys()
        if missing:
            fetched = {UUID(name): key for name, key in ring().open_keys(map(str, missing)).items()}
            self._hold(fetched, destroyed)
            found |= fetched
        return found

    def forget(self) -> None:
        """Drop all."""
        with self._lock:
            self._held.clear()

    def _still_good(self, wanted: set[UUID], destroyed: int) -> dict[UUID, bytes]:
        if destroyed != self._destroyed:
            self._held.clear()
            self._destroyed = destroyed
        oldest, found = monotonic() - KEPT_FOR, {}
        for subject in wanted & self._held.keys():
            key, since = self._held[subject]
            if since > oldest:
                found[subject] = key
        return found

    def _hold(self, fetched: dict[UUID, bytes], destroyed: int) -> None:
        since = monotonic()
        with self._lock:
            if destroyed != self._destroyed:
                return  # read before a key was destroyed: good for this answer, not for keeping
            self._held |= {subject: (key, since) for subject, key in fetched.items()}
            while len(self._held) > MOST_KEPT:
                self._held.popitem(last=False)


KEYS: Final = OpenedKeys()


def forge(kind: str, subject: UUID) -> None:
    """A key for whoever is new. Raises Destroyed for an id whose key was destroyed."""
    ring().forge(kind, [str(subject)])


def destroy(subjects: Iterable[UUID]) -> None:
    """Destroy these keys in both copies, and leave a mark so that no older copy brings them back."""
    names = [str(subject) for subject in subjects]
    day = now().date().isoformat()
    marks = {ring().mark_of(name): day for name in names}
    ring().destroy(names, marks)
    KEYS.forget()
    remember(marks)


def blind(purpose: str, words: str) -> str:
    """A keyed hash by which equal words can be found without being read (HMAC-SHA256, 128 bits, in hex).

    Only for what nobody writes at length: sign-in names, names in a group. Guessing needs the ring.
    """
    key = ring().system_key("index")
    return hmac.digest(key, f"{purpose}|{words}".encode(), "sha256")[:16].hex()
