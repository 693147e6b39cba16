"""How often something may be tried. No address, name or id is kept: only keyed hashes, for a short while."""

import hashlib
import hmac
import ipaddress
import secrets
import threading
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, Protocol

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string

from openchair.kit.clock import now

MOST_KEPT = 100_000
_AN_HOUR = 3600  # seconds
_PROCESS_SECRET = secrets.token_bytes(32)
_making = threading.Lock()


@dataclass(frozen=True, slots=True)
class Limit:
    """So many times in so many seconds, for one action."""

    action: str
    times: int
    seconds: int


class Keys(NamedTuple):
    """The names of one count: that of the time before, under which it may have begun, and that of now."""

    before: str
    present: str


class Counts(Protocol):
    """Counts per key that forget themselves."""

    def add(self, keys: Keys, amount: int, seconds: int) -> int:
        """Add to a count that lives `seconds` from its first use, and give its sum.

        One that began under the key before goes on there until it is over.
        """


def take(limit: Limit, who: str) -> bool:
    """Count one try; False when there were too many. Tries that come at once are each counted."""
    return counts().add(keys_of(limit, who), 1, limit.seconds) <= limit.times


def give_back(limit: Limit, who: str) -> None:
    """A try that succeeded does not count."""
    counts().add(keys_of(limit, who), -1, limit.seconds)


def network_of(request: HttpRequest) -> str:
    """The network that asks: /24 or /56, so that one home is one network. Empty on this machine itself."""
    try:
        address = ipaddress.ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return ""
    if address.is_loopback:
        return ""
    return str(ipaddress.ip_network((address, 24 if address.version == 4 else 56), strict=False))


def take_from_network(limit: Limit, request: HttpRequest) -> bool:
    """As `take`, for the network that asks. Loopback is not counted: behind a proxy it would be everybody."""
    network = network_of(request)
    return not network or take(limit, network)


class InMemory:
    """Counts of one process. Its keys are hashed under a key that never leaves it."""

    def __init__(self) -> None:
        self._counts: dict[str, tuple[float, int]] = {}
        self._lock = threading.Lock()

    def add(self, keys: Keys, amount: int, seconds: int) -> int:
        """See `Counts`."""
        moment = now().timestamp()
        with self._lock:
            key = keys.before if self._counts.get(keys.before, (0.0, 0))[0] > moment else keys.present
            until, count = self._counts.get(key, (0.0, 0))
            if until <= moment:
                self._make_room(moment)
                until, count = moment + seconds, 0
            self._counts[key] = (until, max(count + amount, 0))
            return self._counts[key][1]

    def _make_room(self, moment: float) -> None:
        if len(self._counts) >= MOST_KEPT:
            self._counts = {key: kept for key, kept in self._counts.items() if kept[0] > moment}
        if len(self._counts) >= MOST_KEPT:
            self._counts.clear()


def counts() -> Counts:
    """Where tries are counted: in this process, or in Redis when there are several."""
    with _making:  # a cache alone makes two of them when two threads are the first to ask
        return _made()


def forget() -> None:
    """Count from nothing again, and find out anew where."""
    _made.cache_clear()


@cache
def _made() -> Counts:
    if settings.OPENCHAIR_REDIS:
        shared: Counts = import_string("openchair.people.limits_redis.InRedis")(
            settings.OPENCHAIR_REDIS, InMemory()
        )
        return shared
    return InMemory()


def keys_of(limit: Limit, who: str) -> Keys:
    """The names under which a count is kept: nothing can be read back from them.

    They change each hour, or as often as the limit's own time when that is longer. So a count that is alive
    began in the present such time or in the one before.
    """
    length = max(_AN_HOUR, limit.seconds)
    number = int(now().timestamp()) // length
    words = f"{limit.action}\n{who}".encode()
    before, present = (_hashed(f"limits {length} {one}", words) for one in (number - 1, number))
    return Keys(before, present)


def _hashed(time: str, words: bytes) -> str:
    """Under a key for a time: random in one process, from the place's secret where processes must agree."""
    base = settings.SECRET_KEY.encode() if settings.OPENCHAIR_REDIS else _PROCESS_SECRET
    secret = hmac.new(base, time.encode(), hashlib.sha256).digest()
    return hmac.new(secret, words, hashlib.sha256).hexdigest()
