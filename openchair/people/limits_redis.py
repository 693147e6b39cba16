"""Counts that several processes share. Keys arrive hashed, and Redis forgets them by itself."""

import time

from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from openchair.people.limits import Counts

TIMEOUT = 1.0  # seconds
AWAY = 5.0  # seconds before Redis is asked again


class InRedis:
    """Counts in Redis; those of this process while Redis is away, so that nobody is locked out by a fault."""

    def __init__(self, url: str, meanwhile: Counts) -> None:
        self._redis = Redis.from_url(
            url, socket_timeout=TIMEOUT, socket_connect_timeout=TIMEOUT, retry=Retry(NoBackoff(), 1)
        )
        self._meanwhile = meanwhile
        self._away_until = 0.0

    def add(self, key: str, amount: int, seconds: int) -> int:
        """See `Counts`."""
        if time.monotonic() < self._away_until:
            return self._meanwhile.add(key, amount, seconds)
        try:
            with self._redis.pipeline() as pipeline:
                pipeline.incrby(f"openchair:limit:{key}", amount)
                pipeline.expire(f"openchair:limit:{key}", seconds, nx=True)
                return int(pipeline.execute()[0])
        except RedisError:
            self._away_until = time.monotonic() + AWAY
            return self._meanwhile.add(key, amount, seconds)
