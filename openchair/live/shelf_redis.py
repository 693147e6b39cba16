"""The shelf in Redis, for a place of several processes. Redis sees sealed words, their ids and instants."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, cast
from uuid import UUID

from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from openchair.live.shelf import LONGEST, MOST_BYTES, MOST_WORDS, Away, Kept

TIMEOUT: Final = 2.0  # seconds
AWAY: Final = 1.0  # seconds before Redis is asked again

# Each is one step for Redis, so that two who speak at once cannot pass the caps.
# KEYS: words by id, ids by instant, size in bytes.
_TAKE: Final = """
local function take(name)
  redis.call('DECRBY', KEYS[3], redis.call('HSTRLEN', KEYS[1], name))
  redis.call('HDEL', KEYS[1], name)
  redis.call('ZREM', KEYS[2], name)
end
"""
_PUT: Final = """
take(ARGV[1])
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
redis.call('ZADD', KEYS[2], ARGV[2], ARGV[1])
redis.call('INCRBY', KEYS[3], string.len(ARGV[3]))
while redis.call('ZCARD', KEYS[2]) > tonumber(ARGV[4])
   or tonumber(redis.call('GET', KEYS[3])) > tonumber(ARGV[5]) do
  take(redis.call('ZRANGE', KEYS[2], 0, 0)[1])
end
for _, key in ipairs(KEYS) do redis.call('EXPIRE', key, ARGV[6]) end
"""
_DROP: Final = """
take(ARGV[1])
if redis.call('ZCARD', KEYS[2]) == 0 then redis.call('DEL', KEYS[3]) end
"""


class RedisShelf:
    """A shelf that several processes share. Raises Away after 2 s without Redis, then at once for a while.

    Whoever says something holds their room meanwhile: a Calm Room must not wait for each of them in turn.
    """

    def __init__(self, url: str, prefix: str = "openchair:words") -> None:
        self._prefix = prefix
        self._redis = Redis.from_url(
            url, socket_timeout=TIMEOUT, socket_connect_timeout=TIMEOUT, retry=Retry(NoBackoff(), 1)
        )
        self._put = self._redis.register_script(_TAKE + _PUT)
        self._drop = self._redis.register_script(_TAKE + _DROP)
        self._away_until = 0.0

    def put(self, room: UUID, kept: Kept) -> None:
        limits = (MOST_WORDS, MOST_BYTES, LONGEST)
        with self._reached():
            self._put(keys=self._keys(room), args=[kept.id, repr(kept.at), kept.sealed, *limits])

    def since(self, room: UUID, at: float) -> list[Kept]:
        by_id, by_instant, _ = self._keys(room)
        with self._reached():
            found = cast(
                list[tuple[bytes, float]],
                self._redis.zrange(by_instant, at, "+inf", byscore=True, withscores=True),
            )
            names = [name for name, _ in found]
            sealed = cast(list[bytes | None], self._redis.hmget(by_id, names)) if names else []
        together = zip(found, sealed, strict=True)
        return [Kept(name.decode(), instant, words) for (name, instant), words in together if words]

    def get(self, room: UUID, name: str) -> Kept | None:
        by_id, by_instant, _ = self._keys(room)
        with self._reached():
            sealed = cast(bytes | None, self._redis.hget(by_id, name))
            at = self._redis.zscore(by_instant, name)
        return Kept(name, at, sealed) if sealed and at is not None else None

    def drop(self, room: UUID, name: str) -> None:
        with self._reached():
            self._drop(keys=self._keys(room), args=[name])

    def clear(self, room: UUID) -> None:
        with self._reached():
            self._redis.delete(*self._keys(room))

    def close(self) -> None:
        """Give back the connections."""
        self._redis.close()

    @contextmanager
    def _reached(self) -> Iterator[None]:
        if time.monotonic() < self._away_until:
            raise Away
        try:
            yield
        except RedisError as fault:
            self._away_until = time.monotonic() + AWAY
            raise Away from fault

    def _keys(self, room: UUID) -> list[str]:
        return [f"{self._prefix}:{{{room}}}:{part}" for part in ("words", "order", "size")]
