"""Doors: how a higher floor lets people in to its streams. The hub itself knows nobody."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Admission:
    """Who may read what. `language` is one of `settings.LANGUAGES`; `audience` a word such as "member"."""

    topic: str
    person: UUID
    session: str
    language: str
    audience: str

    @property
    def channel(self) -> str:
        """The one stream of bytes that everybody with this topic, language and audience shares."""
        return channel(self.topic, self.language, self.audience)


def channel(topic: str, language: str, audience: str) -> str:
    """`rooms/KEY` in Spanish for hosts is `rooms/KEY/es/host`."""
    return f"{topic}/{language}/{audience}"


class Door(Protocol):
    """What a higher floor registers for its kind of stream.

    Every method is called in a thread of the hub's own pool, with old database connections closed; `state`
    and `left` in the reader's language. What it raises is logged by the name of its class alone, and the
    reader is asked to come back.
    """

    def admit(self, key: str, cookies: Mapping[str, str]) -> Admission | None:
        """Who is asking for `/live/<kind>/<key>/`? None when they may not read it, or it is not there."""

    def state(self, admission: Admission) -> str:
        """The frames of the present state; what is published meanwhile follows after them."""

    def still_welcome(self, admissions: Sequence[Admission]) -> Collection[Admission]:
        """Those of the open streams that may go on; asked every 30 s, and once before `state`."""

    def left(self, admission: Admission) -> None:
        """The person's last stream to this topic in this process has ended (not when the server stops)."""


class Doors:
    """The doors of this place, by kind."""

    def __init__(self) -> None:
        self._doors: dict[str, Door] = {}

    def register(self, kind: str, door: Door) -> None:
        """Serve `/live/<kind>/…` by this door. Raises ValueError when the kind is taken."""
        if kind in self._doors:
            raise ValueError(f"two doors for {kind!r}")
        self._doors[kind] = door

    def get(self, kind: str) -> Door | None:
        return self._doors.get(kind)


doors = Doors()
