"""Whoever writes is called in the order in which they came."""

import threading
import time

import pytest
from django.db import connection, transaction

from openchair.people import in_line
from openchair.people.in_line import Line, in_turn


def test_turns_come_in_order() -> None:
    line, came = Line(), list[int]()
    assert line.enter()

    def wait(number: int) -> None:
        assert line.enter()
        came.append(number)
        line.leave()

    threads = [threading.Thread(target=wait, args=(number,)) for number in range(8)]
    for number, thread in enumerate(threads, 1):
        thread.start()
        until(lambda number=number: len(line._waiting) == number)
    line.leave()
    for thread in threads:
        thread.join(10)
    assert came == list(range(8))
    assert line.enter(), "it is free again"


def test_whoever_waits_too_long_goes_on_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_line, "LONGEST", 0.01)
    line = Line()
    assert line.enter() and not line.enter()
    line.leave()
    assert line.enter(), "whoever gave up holds no place"


@pytest.mark.django_db(transaction=True)
def test_inside_a_transaction_nobody_waits() -> None:
    with transaction.atomic(), in_turn(), in_turn():
        assert connection.in_atomic_block
    with in_turn(), transaction.atomic(), in_turn():
        assert connection.in_atomic_block


def until(holds: object, patience: float = 10.0) -> None:
    """Wait until it holds."""
    assert callable(holds)
    last = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < last
        time.sleep(0.005)
