"""The readers of one channel in this process."""

import asyncio
from collections import deque
from collections.abc import Iterable, Mapping
from typing import Final
from uuid import UUID

from openchair.live.reader import Reader
from openchair.live.wire import Piece

LARGE: Final = 2000  # readers; above it a frame goes out in slices, so that other rooms are not held up
SLICE: Final = 500

Own = Mapping[UUID, Piece | None]


class Room:
    """Everybody who gets the same bytes."""

    __slots__ = ("_slicing", "_waiting", "readers")

    def __init__(self) -> None:
        self.readers: set[Reader] = set()
        self._waiting: deque[tuple[Piece | None, Own]] = deque()
        self._slicing: asyncio.Task[None] | None = None

    def deliver(self, piece: Piece | None, own: Own) -> None:
        """Write the piece to all, or to persons named in `own` theirs; None is nothing. Order is kept."""
        if self._slicing:
            self._waiting.append((piece, own))
        elif len(self.readers) <= LARGE:
            _write(tuple(self.readers), piece, own)
        else:
            self._waiting.append((piece, own))
            self._slicing = asyncio.create_task(self._slice())

    async def _slice(self) -> None:
        while self._waiting:
            piece, own = self._waiting.popleft()
            readers = tuple(self.readers)  # who comes later finds this frame in the state
            for start in range(0, len(readers), SLICE):
                _write(readers[start : start + SLICE], piece, own)
                await asyncio.sleep(0)
        self._slicing = None


def _write(readers: Iterable[Reader], piece: Piece | None, own: Own) -> None:
    if piece and not own:
        for reader in readers:
            reader.write(piece)
        return
    for reader in readers:
        theirs = own.get(reader.admission.person, piece)
        if theirs is not None:
            reader.write(theirs)
