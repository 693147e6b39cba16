"""One contract, two carriers: what holds in one process holds between two over Redis."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from uuid import uuid4

import pytest
from redis import Redis
from redis.exceptions import RedisError

from openchair.live.bus import GAP, Bus, MemoryBus, Message
from openchair.live.bus_redis import RedisBus
from openchair.live.tests.stage import BEN, ELI, Heard, Stage

REDIS = os.environ.get("OPENCHAIR_TEST_REDIS") or "redis://127.0.0.1:6379/0"
MESSAGES = [
    Message("publish", "rooms/KEY/en/member", "<p>words ž\n</p>", {BEN: None, ELI: "<p>own</p>"}),
    Message("dismiss", "rooms/KEY", person=BEN),
    Message("dismiss_session", session="abc"),
    Message("close", "rooms/KEY"),
]


@pytest.fixture(params=["memory", pytest.param("redis", marks=pytest.mark.redis)])
def new_bus(request: pytest.FixtureRequest) -> Callable[[], Bus]:
    if request.param == "memory":
        return MemoryBus
    redis_answers()
    channel = f"openchair:test:{uuid4()}"
    return lambda: RedisBus(REDIS, "a secret of this place", channel)


def test_every_message_arrives_whole_once_and_in_order(new_bus: Callable[[], Bus]) -> None:
    async def scene() -> None:
        async with _started(new_bus()) as (bus, heard):
            for _ in range(50):
                for message in MESSAGES:
                    bus.publish(message)
            await _until(lambda: len(heard) >= 200)
            assert heard == MESSAGES * 50

    asyncio.run(scene())


def test_threads_publish_and_each_keeps_its_order(new_bus: Callable[[], Bus]) -> None:
    async def scene() -> None:
        async with _started(new_bus()) as (bus, heard):

            def speak(name: str) -> None:
                for number in range(50):
                    bus.publish(Message("publish", name, str(number)))

            await asyncio.gather(*(asyncio.to_thread(speak, name) for name in "abcd"))
            await _until(lambda: len(heard) >= 200)
            for name in "abcd":
                assert [one.html for one in heard if one.topic == name] == [str(n) for n in range(50)]

    asyncio.run(scene())


def test_a_bus_that_is_not_started_or_has_stopped_takes_words_and_keeps_none(
    new_bus: Callable[[], Bus],
) -> None:
    async def scene() -> None:
        bus = new_bus()
        bus.publish(MESSAGES[0])
        async with _started(bus) as (_, heard):
            await asyncio.sleep(0.05)
            assert heard == []
        bus.publish(MESSAGES[0])
        assert heard == []

    asyncio.run(scene())


@pytest.mark.redis
def test_two_processes_hear_each_other_and_nobody_without_the_secret_does() -> None:
    redis_answers()
    channel = f"openchair:test:{uuid4()}"

    async def scene() -> None:
        async with (
            _started(RedisBus(REDIS, "secret", channel)) as (one, heard_by_one),
            _started(RedisBus(REDIS, "secret", channel)) as (_, heard_by_two),
            _started(RedisBus(REDIS, "another", channel)) as (stranger, heard_by_stranger),
        ):
            stranger.publish(Message("publish", "rooms/KEY/en/member", "<p>forged</p>"))
            one.publish(MESSAGES[0])
            await _until(lambda: bool(heard_by_one and heard_by_two))
            assert heard_by_one == heard_by_two == [MESSAGES[0]]
            assert [one.html for one in heard_by_stranger] == ["<p>forged</p>"]

    asyncio.run(scene())


@pytest.mark.redis
def test_redis_sees_no_words() -> None:
    client = redis_answers()
    channel = f"openchair:test:{uuid4()}"
    with client.pubsub() as ear:  # type: ignore[no-untyped-call]
        ear.subscribe(channel)
        ear.get_message(timeout=2)
        bus = RedisBus(REDIS, "secret", channel)
        bus.publish(MESSAGES[0])
        heard = ear.get_message(timeout=2)
        assert heard and len(heard["data"]) > 50 and b"words" not in heard["data"]
        asyncio.run(bus.stop())
    client.close()


@pytest.mark.requirement("S62")
@pytest.mark.redis
def test_a_listener_that_was_cut_off_comes_back_and_says_that_it_missed_something() -> None:
    client = redis_answers()
    channel = f"openchair:test:{uuid4()}"

    async def scene() -> None:
        async with _started(RedisBus(REDIS, "secret", channel)) as (bus, heard):
            for connection in client.client_list(_type="pubsub"):
                if connection["name"] == channel:
                    client.client_kill_filter(_id=connection["id"])
            await _until(lambda: GAP in heard)
            bus.publish(MESSAGES[0])
            await _until(lambda: MESSAGES[0] in heard)
            assert heard.index(GAP) < heard.index(MESSAGES[0])

    asyncio.run(scene())
    client.close()


@pytest.mark.redis
def test_a_dismissal_reaches_the_streams_of_another_process() -> None:
    redis_answers().close()
    channel = f"openchair:test:{uuid4()}"
    first, second = RedisBus(REDIS, "secret", channel), RedisBus(REDIS, "secret", channel)
    with Stage(first) as here, Stage(second) as there:
        ben = there.listener(BEN)
        ben.next()
        here.hub.publish("rooms/KEY/en/member", "<p>from the other process</p>")
        assert ben.next() == Heard("message", "<p>from the other process</p>")
        here.hub.dismiss("rooms", BEN)
        assert ben.all() == [Heard("bye", "reload")]


def test_a_place_whose_redis_is_away_still_serves_its_own_readers() -> None:
    async def scene() -> None:
        async with _started(RedisBus("redis://127.0.0.1:1/0", "secret")) as (bus, heard):
            bus.publish(MESSAGES[0])
            bus.publish(MESSAGES[1])
            await _until(lambda: len(heard) == 2)
            assert heard == MESSAGES[:2]

    asyncio.run(scene())


@asynccontextmanager
async def _started(bus: Bus) -> AsyncIterator[tuple[Bus, list[Message]]]:
    heard: list[Message] = []
    await bus.start(heard.append)
    heard.clear()  # the first word of Redis's carrier is that it has only now begun to listen
    try:
        yield bus, heard
    finally:
        await bus.stop()


async def _until(happened: Callable[[], bool]) -> None:
    for _ in range(500):
        if happened():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it did not happen within five seconds")


def redis_answers() -> Redis:
    client = Redis.from_url(REDIS, socket_timeout=20)
    try:
        client.ping()
    except RedisError:
        client.close()
        pytest.skip("no Redis answers")
    return client
