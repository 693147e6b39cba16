"""Counts that several processes share. Keys arrive hashed, and Redis forgets them by itself."""

import time
from typing import Final

from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from openchair.people.limits import Counts, Keys

TIMEOUT = 1.0  # seconds
AWAY = 5.0  # seconds before Redis is asked again
# One step for Redis, so that tries that come at once are each counted. KEYS: as `Keys`.
_ADD: Final = """
local key = KEYS[redis.call('EXISTS', KEYS[1]) == 1 and 1 or 2]
local sum = redis.call('INCRBY', key, ARGV[1])
if redis.call('TTL', key) < 0 then redis.call('EXPIRE', key, ARGV[2]) end
return sum
"""


class InRedis:
    """Counts in Redis; those of this process while Redis is away, so that nobody is locked out by a fault."""

    def __init__(self, url: str, meanwhile: Counts) -> None:
        self._redis = Redis.from_url(
            url, socket_timeout=TIMEOUT, socket_connect_timeout=TIMEOUT, retry=Retry(NoBackoff(), 1)
        )
        self._add = self._redis.register_script(_ADD)
        self._meanwhile = meanwhile
        self._away_until = 0.0

    def add(self, keys: Keys, amount: int, seconds: int) -> int:
        """See `Counts`."""
        if time.monotonic() < self._away_until:
            return self._meanwhile.add(keys, amount, seconds)
        try:
            names = [f"openchair:limit:{one}" for one in keys]
            return int(self._add(keys=names, args=[amount, seconds]))
        except RedisError:
            self._away_until = time.monotonic() + AWAY
            return self._meanwhile.add(keys, amount, seconds)
