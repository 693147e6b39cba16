"""How a message reaches every process that holds streams. Two carriers: this process, and Redis."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, Protocol
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string

Kind = Literal["publish", "dismiss", "roles", "dismiss_session", "close", "gap"]


@dataclass(frozen=True, slots=True)
class Message:
    """What one process tells all: which streams are meant, and what they get."""

    kind: Kind
    topic: str = ""
    html: str = ""
    instead: Mapping[UUID, str | None] = field(default_factory=dict)
    person: UUID | None = None
    session: str = ""


GAP: Final = Message("gap")  # messages may have been missed: streams must begin again from the state

Receive = Callable[[Message], None]


class Bus(Protocol):
    """A carrier. What one thread publishes arrives in its order, once, at every started process."""

    everywhere: bool  # whether readers may be in other processes than this one

    def publish(self, message: Message) -> None:
        """Send, from any thread; never raises for a carrier that is away."""

    async def start(self, receive: Receive) -> None:
        """Begin to call `receive` on the running loop; returns once nothing sent from now on is missed."""

    async def stop(self) -> None:
        """End, and give back every connection."""


class MemoryBus:
    """Carries within this process. Before `start` and after `stop` nobody can be listening."""

    everywhere = False

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._receive: Receive | None = None

    def publish(self, message: Message) -> None:
        hand_over(self._loop, self._receive, message)

    async def start(self, receive: Receive) -> None:
        self._loop, self._receive = asyncio.get_running_loop(), receive

    async def stop(self) -> None:
        self._loop = self._receive = None


def hand_over(loop: asyncio.AbstractEventLoop | None, receive: Receive | None, message: Message) -> None:
    """Call `receive(message)` on the loop, from any thread; a loop that has ended has no readers."""
    if loop is None or receive is None:
        return
    try:
        loop.call_soon_threadsafe(receive, message)
    except RuntimeError:
        return


def bus_of_this_place() -> Bus:
    """Redis when the settings name one, else this process. Redis's client is an optional package."""
    url: str | None = settings.OPENCHAIR_REDIS
    if not url:
        return MemoryBus()
    bus: Bus = import_string("openchair.live.bus_redis.RedisBus")(url, settings.SECRET_KEY)
    return bus
