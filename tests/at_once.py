"""Threads that begin together: twenty, unless told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from django.db import connections
from django.test import Client

TIMES = 20
Got = TypeVar("Got")


def all_at_once(send: Callable[[int], Got], times: int = TIMES) -> list[Got]:
    """What so many calls gave, each from a thread of its own."""
    ready = Barrier(times, timeout=20)

    def one(number: int) -> Got:
        ready.wait()
        try:
            return send(number)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(times) as threads:
        return list(threads.map(one, range(times), timeout=60))


def tab_of(client: Client) -> Client:
    """Another tab of the same browser: a test client is not made for many threads."""
    other = Client()
    other.cookies.load(client.cookies)
    return other
