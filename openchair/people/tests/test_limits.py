"""Tries are counted per name and per network, and nobody's address is kept (S78)."""

import re
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client, RequestFactory
from pytest_django.fixtures import Settings
from redis import Redis
from redis.exceptions import RedisError

from openchair.kit.clock import now
from openchair.people import limits
from openchair.people.limits import InMemory, Keys, Limit
from openchair.people.limits_redis import InRedis
from openchair.people.tests import steps
from tests import recipes
from tests.at_once import all_at_once
from tests.cast import WORDS, client_of, ready_place, with_words

pytestmark = pytest.mark.requirement("S78")
REDIS = "redis://127.0.0.1:6379/0"
LIMIT, HOURLY, DAILY = (Limit("knock", 3, seconds) for seconds in (60, 3600, 24 * 3600))
SECOND = timedelta(seconds=1)
BEFORE_MIDNIGHT = datetime(2026, 3, 2, tzinfo=UTC) - 2 * SECOND
KEYS = Keys("a" * 64, "b" * 64)
ADDRESS = "198.51.100.77"


def wrong(handle: str = "ben", address: str = "127.0.0.1") -> int:
    form = {"handle": handle, "words": "not these words", "mode": "own"}
    return Client().post("/sign-in/", form, REMOTE_ADDR=address).status_code


@pytest.fixture
def redis() -> Iterator[Redis]:
    client: Redis = Redis.from_url(REDIS)
    try:
        client.ping()
    except RedisError:
        pytest.skip("no Redis answers on this machine")
    yield client
    for key in client.scan_iter("openchair:limit:*"):
        client.delete(key)


def test_so_many_tries_and_then_a_moment(db: None) -> None:
    ready_place()
    with_words(recipes.person("ben"))
    assert [wrong() for _ in range(6)] == [422] * 5 + [429]
    assert wrong("somebody-else-1234") == 422
    with time_machine.travel(now() + timedelta(seconds=61)):
        right = Client().post("/sign-in/", {"handle": "ben", "words": WORDS, "mode": "own"})
        assert right.status_code == 303


def test_the_moment_is_kind_and_the_same_for_a_name_that_is_not_there(db: None) -> None:
    ready_place()
    recipes.person("ben")
    pages = []
    for handle in ("ben", "eva"):
        for _ in range(5):
            wrong(handle)
        answer = Client().post("/sign-in/", {"handle": handle, "words": "x", "mode": "own"})
        pages.append(steps.text_of(answer.content))
        assert (answer.status_code, answer["Retry-After"]) == (429, "60")
    assert pages[0] == pages[1]
    assert "Nothing is locked" in pages[0] and "Help now" in pages[0]


def test_who_is_signed_in_stays_so_and_success_does_not_count(db: None) -> None:
    ready_place()
    ben = with_words(recipes.person("ben"))
    browser = client_of(ben)
    form = {"handle": "ben", "words": WORDS, "mode": "own"}
    assert {Client().post("/sign-in/", form).status_code for _ in range(8)} == {303}
    assert 429 in {wrong() for _ in range(7)}
    assert browser.get("/today/").status_code == 200


def test_a_network_is_counted_whatever_names_it_tries(db: None) -> None:
    ready_place()
    statuses = [wrong(f"name-{number}", ADDRESS) for number in range(61)]
    assert statuses == [422] * 60 + [429]
    assert wrong("another", "203.0.113.5") == 422
    assert wrong("another", "127.0.0.1") == 422


def test_one_home_is_one_network() -> None:
    def network(address: str) -> str:
        return limits.network_of(RequestFactory().get("/", REMOTE_ADDR=address))

    assert network("198.51.100.7") == network("198.51.100.200") != network("198.51.101.7")
    assert network("2001:db8:1:2::1") == network("2001:db8:1:99::5") != network("2001:db8:2::1")
    assert network("127.0.0.1") == network("::1") == network("unix socket") == ""


def test_the_memory_holds_no_address_and_no_name(db: None) -> None:
    ready_place()
    wrong("amber-heron-4182", ADDRESS)
    kept = repr(vars(limits.counts()))
    assert len(re.findall(r"'[0-9a-f]{64}'", kept)) == 2
    assert "198.51" not in kept and "amber" not in kept


@pytest.mark.parametrize("limit", [LIMIT, DAILY])
def test_keys_change_with_the_hour_or_with_the_time_of_their_limit(limit: Limit) -> None:
    length = max(3600, limit.seconds)
    with time_machine.travel(datetime(2026, 3, 2, tzinfo=UTC) - SECOND, tick=False) as clock:
        before = limits.keys_of(limit, "ben")
        assert before == limits.keys_of(limit, "ben")
        assert not {*before} & {*limits.keys_of(limit, "eva")}
        clock.shift(2 * SECOND)
        assert limits.keys_of(limit, "ben").before == before.present
        clock.shift(length)
        assert not {*before} & {*limits.keys_of(limit, "ben")}


def tries_around_midnight(limit: Limit, who: str = "ben") -> list[bool]:
    """One too many just before it, one just after it, and one before and after its time is over."""
    with time_machine.travel(BEFORE_MIDNIGHT, tick=False) as clock:
        took = [limits.take(limit, who) for _ in range(limit.times + 1)]
        for seconds in (3, limit.seconds - 4, 2):
            clock.shift(seconds)
            took.append(limits.take(limit, who))
        return took


@pytest.mark.parametrize("limit", [LIMIT, HOURLY, DAILY])
def test_a_limit_holds_across_the_hour_and_the_day_until_its_time_is_over(limit: Limit) -> None:
    limits.forget()
    assert tries_around_midnight(limit) == [True] * 3 + [False] * 3 + [True]


def test_a_try_that_succeeded_is_given_back_across_the_hour() -> None:
    limits.forget()
    with time_machine.travel(datetime(2026, 3, 2, tzinfo=UTC) - SECOND, tick=False) as clock:
        assert [limits.take(HOURLY, "ben") for _ in range(3)] == [True] * 3
        clock.shift(2)
        limits.give_back(HOURLY, "ben")
        assert [limits.take(HOURLY, "ben") for _ in range(2)] == [True, False]


@pytest.mark.redis
@pytest.mark.parametrize("limit", [LIMIT, HOURLY, DAILY])
def test_redis_goes_on_counting_across_the_hour_and_the_day(
    settings: Settings, redis: Redis, limit: Limit
) -> None:
    settings.OPENCHAIR_REDIS = REDIS
    limits.forget()
    somebody = secrets.token_hex()  # other runs of these tests may count in the same Redis
    assert tries_around_midnight(limit, somebody)[:5] == [True] * 3 + [False] * 2
    with time_machine.travel(BEFORE_MIDNIGHT, tick=False):
        key = f"openchair:limit:{limits.keys_of(limit, somebody).present}"
    assert 0 < redis.ttl(key) <= limit.seconds
    redis.delete(key)
    assert limits.take(limit, somebody)
    limits.forget()


def test_twenty_at_once_are_each_counted() -> None:
    assert sorted(all_at_once(lambda _number: limits.take(LIMIT, "ben"))) == [False] * 17 + [True] * 3


def test_a_flood_of_names_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_KEPT", 50)
    counts = InMemory()
    for number in range(500):
        counts.add(Keys(f"before {number}", str(number)), 1, 60)
    assert len(vars(counts)["_counts"]) <= 50


@pytest.mark.redis
def test_redis_sees_hashes_that_expire(settings: Settings, redis: Redis) -> None:
    settings.OPENCHAIR_REDIS = REDIS
    assert [limits.take(LIMIT, ADDRESS) for _ in range(4)] == [True, True, True, False]
    limits.give_back(LIMIT, ADDRESS)
    keys = [key.decode() for key in redis.scan_iter("openchair:limit:*")]
    assert len(keys) == 1 and re.fullmatch(r"openchair:limit:[0-9a-f]{64}", keys[0])
    assert 0 < redis.ttl(keys[0]) <= 60
    assert redis.get(keys[0]) == b"3"


@pytest.mark.redis
def test_two_processes_count_together(redis: Redis) -> None:
    one, other = InRedis(REDIS, InMemory()), InRedis(REDIS, InMemory())
    assert [counts.add(KEYS, 1, 60) for counts in (one, other, one)] == [1, 2, 3]


def test_without_redis_this_process_counts_alone() -> None:
    counts = InRedis("redis://127.0.0.1:1/0", InMemory())
    assert [counts.add(KEYS, 1, 60) for _ in range(3)] == [1, 2, 3]
