"""The bus between processes: Redis publish and subscribe.

Messages are sealed (AES-256-GCM under a key derived from the place's secret): Redis keeps the arguments
of slow commands in a log, and whoever can write to Redis must not be able to write into our pages.
"""

import asyncio
import json
import logging
import os
import time
from contextlib import suppress
from typing import Final
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from redis import Redis
from redis.asyncio import Redis as AsyncRedis
from redis.asyncio.client import PubSub
from redis.asyncio.retry import Retry as AsyncRetry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from openchair.live.bus import GAP, Message, Receive, hand_over

PUBLISH_TIMEOUT: Final = 2.0  # seconds
QUIET: Final = 5.0  # seconds without a message before the listener asks whether Redis is still there
AWAY: Final = 1.0  # seconds between two attempts to reach it

log = logging.getLogger("openchair.live")


class RedisBus:
    """Carries to every process that listens on the same channel with the same secret."""

    everywhere = True

    def __init__(self, url: str, secret: str, channel: str = "openchair:live") -> None:
        self._url, self._channel = url, channel
        self._seal = AESGCM(HKDF(SHA256(), 32, None, b"openchair live bus").derive(secret.encode()))
        self._publisher = Redis.from_url(
            url,
            socket_timeout=PUBLISH_TIMEOUT,
            socket_connect_timeout=PUBLISH_TIMEOUT,
            retry=Retry(NoBackoff(), 1),
        )
        self._away_until = 0.0
        self._loop: asyncio.AbstractEventLoop | None = None
        self._receive: Receive | None = None
        self._listener: asyncio.Task[None] | None = None

    def publish(self, message: Message) -> None:
        """While Redis is away the readers of this process are still served, without waiting for it."""
        if time.monotonic() < self._away_until:
            return hand_over(self._loop, self._receive, message)
        try:
            self._publisher.publish(self._channel, self._sealed(message))
        except RedisError as error:
            self._away_until = time.monotonic() + AWAY
            log.error("live bus cannot publish: %s", type(error).__name__)
            hand_over(self._loop, self._receive, message)

    async def start(self, receive: Receive) -> None:
        self._loop, self._receive = asyncio.get_running_loop(), receive
        ready = asyncio.Event()
        self._listener = asyncio.create_task(self._listen(receive, ready))
        with suppress(TimeoutError):  # a place whose Redis is away starts all the same
            await asyncio.wait_for(ready.wait(), PUBLISH_TIMEOUT)

    async def stop(self) -> None:
        if self._listener:
            self._listener.cancel()
            with suppress(asyncio.CancelledError):
                await self._listener
        self._loop = self._receive = self._listener = None
        self._publisher.close()

    async def _listen(self, receive: Receive, ready: asyncio.Event) -> None:
        while True:
            try:
                async with (
                    AsyncRedis.from_url(
                        self._url,
                        client_name=self._channel,
                        socket_timeout=None,
                        socket_connect_timeout=PUBLISH_TIMEOUT,
                        retry=AsyncRetry(NoBackoff(), 0),
                    ) as client,
                    client.pubsub() as pubsub,
                ):
                    await pubsub.subscribe(self._channel)
                    await self._pass_on(pubsub, receive, ready)
            except (RedisError, OSError) as error:
                log.error("live bus lost its listener: %s", type(error).__name__)
            await asyncio.sleep(AWAY)

    async def _pass_on(self, pubsub: PubSub, receive: Receive, ready: asyncio.Event) -> None:
        asked = False
        while True:
            heard = await pubsub.get_message(timeout=QUIET)
            if heard is None and asked:
                return  # the connection is open and nobody is at the other end
            asked = heard is None
            if heard is None:
                await pubsub.ping()
            elif heard["type"] == "subscribe":  # again, perhaps: what was said meanwhile is lost
                receive(GAP)
                ready.set()
            elif heard["type"] == "message":
                self._open(heard["data"], receive)

    def _sealed(self, message: Message) -> bytes:
        instead = {str(person): html for person, html in message.instead.items()}
        person = str(message.person) if message.person else None
        parts = [message.kind, message.topic, message.html, instead, person, message.session]
        nonce = os.urandom(12)
        return nonce + self._seal.encrypt(nonce, json.dumps(parts).encode(), self._channel.encode())

    def _open(self, sealed: bytes, receive: Receive) -> None:
        try:
            parts = json.loads(self._seal.decrypt(sealed[:12], sealed[12:], self._channel.encode()))
        except (InvalidTag, ValueError):
            log.error("live bus heard a message that is not ours")
            return
        kind, topic, html, instead, person, session = parts
        own = {UUID(name): words for name, words in instead.items()}
        receive(Message(kind, topic, html, own, UUID(person) if person else None, session))
