"""Words of a room: kept while it lasts, readable under its key alone, and gone when it closes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from pytest_django.fixtures import Settings
from redis import Redis

from openchair.live.shelf import LONGEST, MemoryShelf, Shelf
from openchair.live.shelf_redis import RedisShelf
from openchair.live.tests.stage import AMARA, BEN
from openchair.live.tests.test_bus import REDIS, redis_answers
from openchair.live.words import SealedWords, Utterance, words

KEY, OTHER_KEY = b"k" * 32, b"o" * 32
START = datetime(2026, 3, 1, 19, 0, tzinfo=UTC)
PREFIX = f"openchair:test:{uuid4()}"


@pytest.fixture(params=["memory", pytest.param("redis", marks=pytest.mark.redis)])
def shelf(request: pytest.FixtureRequest) -> Iterator[Shelf]:
    if request.param == "memory":
        yield MemoryShelf()
        return
    client = redis_answers()
    kept = RedisShelf(REDIS, PREFIX)
    yield kept
    kept.close()
    for name in client.scan_iter(f"{PREFIX}*"):
        client.delete(name)
    client.close()


@pytest.fixture
def store(shelf: Shelf) -> SealedWords:
    return SealedWords(shelf)


def test_what_was_said_is_there_in_order_from_an_instant_on(store: SealedWords) -> None:
    room, said = uuid4(), [_said(number) for number in range(10)]
    for one in reversed(said):
        store.say(room, KEY, one)
    assert store.said(room, KEY, START) == said
    assert store.said(room, KEY, said[4].at) == said[4:]
    assert store.said(room, KEY, START + timedelta(hours=1)) == []


def test_one_of_them_can_be_found_changed_and_taken_away(store: SealedWords) -> None:
    room, first, second = uuid4(), _said(1), _said(2)
    store.say(room, KEY, first)
    store.say(room, KEY, second)
    store.say(room, KEY, replace(first, text="said better"))
    assert store.find(room, KEY, first.id) == replace(first, text="said better")
    store.remove(room, KEY, first.id)
    store.remove(room, KEY, "never said")
    assert store.find(room, KEY, first.id) is None
    assert store.said(room, KEY, START) == [second]


def test_another_key_or_another_room_reads_nothing(store: SealedWords) -> None:
    room = uuid4()
    store.say(room, KEY, _said(1))
    assert len(store.said(room, KEY, START)) == 1
    assert store.said(room, OTHER_KEY, START) == []
    assert store.find(room, OTHER_KEY, _said(1).id) is None
    assert store.said(uuid4(), KEY, START) == []


def test_after_closing_nothing_of_the_room_remains_and_other_rooms_keep_theirs(store: SealedWords) -> None:
    closing, going_on = uuid4(), uuid4()
    for number in range(5):
        store.say(closing, KEY, _said(number))
        store.say(going_on, KEY, _said(number))
    store.forget(closing)
    assert store.said(closing, KEY, START) == []
    assert store.find(closing, KEY, _said(1).id) is None
    assert _traces(store.shelf, closing) == 0
    assert _traces(store.shelf, going_on) > 0
    assert len(store.said(going_on, KEY, START)) == 5


def test_taking_away_the_last_word_leaves_no_trace_either(shelf: Shelf) -> None:
    room, store = uuid4(), SealedWords(shelf)
    store.say(room, KEY, _said(1))
    assert _traces(shelf, room) > 0
    store.remove(room, KEY, _said(1).id)
    assert _traces(shelf, room) == 0


def test_a_room_keeps_its_latest_words_up_to_a_number(
    store: SealedWords, monkeypatch: pytest.MonkeyPatch
) -> None:
    _limit(monkeypatch, "MOST_WORDS", 3)
    room, said = uuid4(), [_said(number) for number in range(8)]
    for one in said:
        store.say(room, KEY, one)
    assert store.said(room, KEY, START) == said[-3:]


def test_a_room_keeps_its_latest_words_up_to_a_size(
    store: SealedWords, monkeypatch: pytest.MonkeyPatch
) -> None:
    _limit(monkeypatch, "MOST_BYTES", 5000)
    room, said = uuid4(), [replace(_said(number), text="x" * 2000) for number in range(8)]
    for one in [*said, said[-1], said[-1]]:  # the same again takes no more room
        store.say(room, KEY, one)
    assert store.said(room, KEY, START) == said[-2:]


def test_the_shelf_sees_no_words(shelf: Shelf) -> None:
    room = uuid4()
    SealedWords(shelf).say(room, KEY, replace(_said(1), text="very private words", seat="Amara"))
    kept = shelf.get(room, _said(1).id)
    assert kept and len(kept.sealed) > 50
    assert b"private" not in kept.sealed and b"Amara" not in kept.sealed


def test_words_moved_to_another_place_do_not_open(shelf: Shelf) -> None:
    room, store = uuid4(), SealedWords(shelf)
    store.say(room, KEY, _said(1))
    kept = shelf.get(room, _said(1).id)
    assert kept
    shelf.put(room, kept._replace(id="moved"))
    assert store.find(room, KEY, _said(1).id)
    assert store.find(room, KEY, "moved") is None


def test_memory_lets_go_of_a_room_that_nobody_closed() -> None:
    time = [0.0]
    store, room = SealedWords(MemoryShelf(lambda: time[0])), uuid4()
    store.say(room, KEY, _said(1))
    assert store.said(room, KEY, START)
    time[0] = LONGEST + 1
    assert store.said(room, KEY, START) == []


@pytest.mark.redis
def test_redis_lets_go_of_a_room_that_nobody_closed() -> None:
    client, shelf, room = redis_answers(), RedisShelf(REDIS, PREFIX), uuid4()
    SealedWords(shelf).say(room, KEY, _said(1))
    names = list(client.scan_iter(f"{PREFIX}:{{{room}}}*"))
    assert len(names) == 3 and all(0 < client.ttl(name) <= LONGEST for name in names)
    shelf.clear(room)
    shelf.close()
    client.close()


def test_a_place_without_redis_keeps_words_in_its_memory(settings: Settings) -> None:
    words.cache_clear()
    settings.OPENCHAIR_REDIS = None
    store = words()
    assert isinstance(store, SealedWords) and isinstance(store.shelf, MemoryShelf)
    assert words() is store
    words.cache_clear()


def _said(number: int) -> Utterance:
    at = START + timedelta(seconds=number, microseconds=number)
    return Utterance(f"u{number}", "Amara", AMARA if number % 2 else BEN, "turn", f"words {number} 🌿", at)


def _traces(shelf: Shelf, room: UUID) -> int:
    if isinstance(shelf, MemoryShelf):
        return int(room in shelf._rooms)
    with Redis.from_url(REDIS) as client:
        return len(list(client.scan_iter(f"*{room}*")))


def _limit(monkeypatch: pytest.MonkeyPatch, name: str, value: int) -> None:
    monkeypatch.setattr(f"openchair.live.shelf.{name}", value)
    monkeypatch.setattr(f"openchair.live.shelf_redis.{name}", value)
