"""The hub: who reads which channel in this process, and how a frame reaches all of them.

Called from any thread: `publish`, `dismiss`, `dismiss_session`, `close`, `wanted`, `channels`; after a
commit, please. Called on the loop only: the rest.
"""

import asyncio
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final
from uuid import UUID

from django.conf import settings

from openchair.live.bus import Bus, Message, bus_of_this_place
from openchair.live.doors import channel
from openchair.live.frames import event
from openchair.live.reader import LONGEST_BLOCK, Bye, Reader
from openchair.live.room import SLICE, Room
from openchair.live.wire import Piece

HEARTBEAT: Final = 15.0  # seconds
STREAMS_EACH: Final = 6  # open streams of one person in one process
NOBODY: Final[Mapping[UUID, str | None]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Channel:
    """Where to publish, and for whom to render."""

    topic: str
    language: str
    audience: str


class Hub:
    """Streams by channel. One per process; see `hub()`."""

    def __init__(self, bus: Bus) -> None:
        self.bus = bus
        self.stopping = False
        self._rooms: dict[str, Room] = {}
        self._of: dict[UUID, list[Reader]] = {}
        self._heart: asyncio.Task[None] | None = None

    def publish(self, topic: str, html: str, *, instead: Mapping[UUID, str | None] = NOBODY) -> None:
        """Send frames to everybody on a channel such as `rooms/KEY/en/member`.

        instead: persons who get frames of their own, or nothing (None), in place of `html`; with an empty
        `html` nobody else gets anything.
        """
        self.bus.publish(Message("publish", topic, html, instead))

    def dismiss(self, prefix: str, person: UUID) -> None:
        """End this person's streams to the topic and all beneath it ("" is every topic), everywhere."""
        self.bus.publish(Message("dismiss", prefix, person=person))

    def regroup(self, prefix: str, person: UUID) -> None:
        """This person's part is another now: their streams to the topic end, and their pages ask anew."""
        self.bus.publish(Message("roles", prefix, person=person))

    def dismiss_session(self, session: str) -> None:
        """End every stream that was opened by this session, everywhere."""
        self.bus.publish(Message("dismiss_session", session=session))

    def close(self, prefix: str) -> None:
        """End every stream to the topic and all beneath it, everywhere."""
        self.bus.publish(Message("close", prefix))

    def wanted(self, topic: str) -> bool:
        """False only when nobody in any process can be reading this channel."""
        return self.bus.everywhere or topic in self._rooms

    def channels(self, topic: str, audiences: Iterable[str]) -> Iterator[Channel]:
        """The channels of a topic that are wanted: render once and publish once for each."""
        for audience in audiences:
            for language, _ in settings.LANGUAGES:
                name = channel(topic, language, audience)
                if self.wanted(name):
                    yield Channel(name, language, audience)

    async def start(self) -> None:
        """Listen to the bus and begin the heartbeat, on the running loop."""
        self.stopping = False
        await self.bus.start(self._receive)
        self._heart = asyncio.create_task(self._beat())

    async def stop(self) -> None:
        """Say goodbye and let go of the bus."""
        self.farewell()
        if self._heart:
            self._heart.cancel()
        await self.bus.stop()

    def farewell(self) -> None:
        """Tell every stream to come back in a moment: this server is stopping."""
        self.stopping = True
        self._end(self.readers(), "again")

    def subscribe(self, reader: Reader) -> None:
        """Take in a stream, holding. Beyond the cap the person's oldest stream makes room."""
        admission = reader.admission
        self._rooms.setdefault(admission.channel, Room()).readers.add(reader)
        streams = self._of.setdefault(admission.person, [])
        streams.append(reader)
        still_open = [stream for stream in streams if not stream.ended]
        self._end(still_open[:-STREAMS_EACH], "elsewhere")

    def unsubscribe(self, reader: Reader) -> bool:
        """Forget a stream that has ended; True when it was its person's last to that topic here."""
        admission = reader.admission
        self._leave(reader)
        streams = self._of[admission.person]
        streams.remove(reader)
        if not streams:
            del self._of[admission.person]
        return all(other.admission.topic != admission.topic for other in streams)

    def readers(self) -> list[Reader]:
        """Every open stream of this process."""
        return [reader for room in self._rooms.values() for reader in room.readers]

    def turn_out(self, readers: Sequence[Reader]) -> None:
        """End these streams of this process; their pages load anew and say what is so."""
        self._end(readers, "reload")

    def _receive(self, message: Message) -> None:
        match message.kind:
            case "publish":
                self._deliver(message)
            case "dismiss" | "roles":
                streams = self._of.get(message.person, []) if message.person else []
                why: Bye = "roles" if message.kind == "roles" else "reload"
                self._end([one for one in streams if _under(message.topic, one)], why)
            case "dismiss_session":
                self._end(
                    [one for one in self.readers() if one.admission.session == message.session], "reload"
                )
            case "close":
                self._end([one for one in self.readers() if _under(message.topic, one)], "reload")
            case "gap":
                self._end(self.readers(), "again")

    def _deliver(self, message: Message) -> None:
        room = self._rooms.get(message.topic)
        if room is None:
            return
        own = {person: _piece(html) for person, html in message.instead.items()}
        room.deliver(_piece(message.html), own)

    def _end(self, readers: Sequence[Reader], why: Bye) -> None:
        for reader in readers:
            self._leave(reader)
            reader.bye(why)

    def _leave(self, reader: Reader) -> None:
        name = reader.admission.channel
        room = self._rooms.get(name)
        if room is None:
            return
        room.readers.discard(reader)
        if not room.readers:
            del self._rooms[name]

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(HEARTBEAT)
            readers, present = self.readers(), asyncio.get_running_loop().time()
            for start in range(0, len(readers), SLICE):
                for reader in readers[start : start + SLICE]:
                    if reader.blocked_for(present) > LONGEST_BLOCK:
                        reader.cut()
                    else:
                        reader.write(_STILL_HERE)
                await asyncio.sleep(0)


_STILL_HERE: Final = Piece(b":\n\n")


def _piece(html: str | None) -> Piece | None:
    return Piece(event(html)) if html else None


def _under(prefix: str, reader: Reader) -> bool:
    name = reader.admission.channel
    return prefix in ("", name) or name.startswith(f"{prefix}/")


@cache
def hub() -> Hub:
    """The hub of this process."""
    return Hub(bus_of_this_place())
