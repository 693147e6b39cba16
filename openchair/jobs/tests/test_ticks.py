"""What is due again and again is done again and again, whatever one of them does."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from openchair.jobs.ticks import Ticks


def test_a_tick_is_done_at_the_start_and_again() -> None:
    ticks, done = Ticks(), _Count(3)
    ticks.every(seconds=0.02)(done)
    with _running(ticks):
        assert done.enough.wait(5)


def test_one_that_is_to_wait_is_not_done_at_the_start() -> None:
    ticks, done, later = Ticks(), _Count(3), _Count(1)
    ticks.every(seconds=0.02, first=60)(later)
    ticks.every(seconds=0.02)(done)
    with _running(ticks):
        assert done.enough.wait(5)
    assert later.times == 0


def test_one_that_fails_stops_neither_itself_nor_the_others(caplog: pytest.LogCaptureFixture) -> None:
    ticks, failures, done = Ticks(), _Count(3), _Count(3)

    @ticks.every(seconds=0.02)
    def fails() -> None:
        failures()
        raise LookupError("words nobody should find")

    @ticks.every(seconds=0.02)
    def leaves() -> None:
        raise SystemExit

    ticks.every(seconds=0.02)(done)
    with _running(ticks):
        assert failures.enough.wait(5) and done.enough.wait(5)
    assert "words nobody should find" not in caplog.text


def test_starting_twice_runs_one_thread_and_stopping_ends_it() -> None:
    ticks, done = Ticks(), _Count(1)
    ticks.every(seconds=60)(done)
    with _running(ticks):
        ticks.start()
        assert done.enough.wait(5)
        assert [one.name for one in threading.enumerate()].count("ticks") == 1
    assert "ticks" not in [one.name for one in threading.enumerate()]
    assert done.times == 1


class _Count:
    __name__ = "count"

    def __init__(self, enough: int) -> None:
        self.times, self.wanted, self.enough = 0, enough, threading.Event()

    def __call__(self) -> None:
        self.times += 1
        if self.times >= self.wanted:
            self.enough.set()


@contextmanager
def _running(ticks: Ticks) -> Iterator[Callable[[], None]]:
    ticks.start()
    try:
        yield ticks.stop
    finally:
        ticks.stop()
