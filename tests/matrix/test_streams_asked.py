"""What a browser gets for the stream of a room: 200, or a 204 that tells a stranger nothing (S61)."""

import asyncio
from collections.abc import Iterator
from typing import NamedTuple, cast

import pytest
from asgiref.typing import ASGIReceiveEvent, ASGISendEvent, HTTPScope

from openchair.kit.ids import public_id
from openchair.live.bus import MemoryBus
from openchair.live.doors import Doors
from openchair.live.endpoint import Endpoint
from openchair.live.hub import Hub
from openchair.rooms.stream_door import RoomDoor
from tests.matrix.people import ROLES
from tests.matrix.world import LISTENERS, World, forget_words, the_world

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.requirement("S61")]


class Head(NamedTuple):
    """How an answer begins, and how much follows."""

    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    length: int


class Knock(NamedTuple):
    """One browser at the stream of one room."""

    room: str
    cookies: dict[str, str]
    headers: tuple[tuple[bytes, bytes], ...] = ()


@pytest.fixture
def fresh() -> Iterator[World]:
    """A world that other threads see too."""
    yield the_world()
    forget_words()


def test_a_stream_that_is_refused_is_204_like_one_that_is_not_there(fresh: World) -> None:
    knocks = {
        (role, corner): Knock(str(fresh.values(corner)["room_id"]), fresh.people.cookies[role])
        for corner in LISTENERS
        for role in ROLES
    }
    host = fresh.people.cookies["host"]
    *answers, nothing = asyncio.run(heads([*knocks.values(), Knock(public_id(), host)]))
    assert (nothing.status, nothing.length) == (204, 0)
    for (role, corner), answer in zip(knocks, answers, strict=True):
        if role in LISTENERS[corner]:
            assert answer.status == 200 and answer.length > 0, f"{role} at {corner}"
        else:
            assert answer == nothing, f"{role} at {corner}"


@pytest.mark.parametrize(
    "header",
    [
        (b"sec-fetch-site", b"cross-site"),
        (b"sec-fetch-site", b"same-site"),
        (b"origin", b"https://evil.example"),
    ],
)
def test_a_page_of_another_site_hears_nothing_with_the_best_of_cookies(
    fresh: World, header: tuple[bytes, bytes]
) -> None:
    room, host = str(fresh.values("harbour")["room_id"]), fresh.people.cookies["host"]
    ours, theirs = asyncio.run(heads([Knock(room, host), Knock(room, host, (header,))]))
    assert (ours.status, theirs.status, theirs.length) == (200, 204, 0)


async def heads(knocks: list[Knock]) -> list[Head]:
    """What each browser gets, one after the other; whoever is let in hangs up at once."""
    doors = Doors()
    doors.register("rooms", RoomDoor())
    endpoint = Endpoint(Hub(MemoryBus()), doors)
    await endpoint.start()
    try:
        return [await _head(endpoint, knock) for knock in knocks]
    finally:
        await endpoint.stop()


async def _head(endpoint: Endpoint, knock: Knock) -> Head:
    cookie = "; ".join(f"{name}={value}" for name, value in knock.cookies.items())
    headers = [(b"host", b"testserver"), (b"cookie", cookie.encode()), *knock.headers]
    scope = {"type": "http", "method": "GET", "path": f"/live/rooms/{knock.room}/", "headers": headers}
    sent: list[ASGISendEvent] = []

    async def send(event: ASGISendEvent) -> None:
        sent.append(event)

    await endpoint(cast(HTTPScope, scope), _hang_up, send)
    start, *rest = sent
    assert start["type"] == "http.response.start"
    length = sum(len(one["body"]) for one in rest if one["type"] == "http.response.body")
    return Head(
        start["status"],
        tuple(sorted((bytes(name), bytes(value)) for name, value in start["headers"])),
        length,
    )


async def _hang_up() -> ASGIReceiveEvent:
    return {"type": "http.disconnect"}
