"""Whoever writes is called in the order in which they came."""

import threading
import time

import pytest
from django.db import connection, transaction

from openchair.people import in_line
from openchair.people.in_line import Line, in_turn


class Counting(Line):
    """A line that knows how often somebody came; nobody is left standing in it."""

    came = 0

    def enter(self) -> bool:
        """As always, unless it is taken already."""
        assert not self._taken, "this would be waiting for oneself"
        self.came += 1
        return super().enter()


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


@pytest.mark.django_db(transaction=True)
@pytest.mark.sqlite
def test_nobody_waits_for_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    line = Counting()
    monkeypatch.setattr(in_line, "_LINE", line)
    for _time in range(2):
        with in_turn(), in_turn(), in_turn():
            assert line._taken
        assert not line._taken
    assert line.came == 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.sqlite
def test_a_turn_that_ended_by_an_error_is_handed_on() -> None:
    with pytest.raises(LookupError), in_turn(), in_turn():
        raise LookupError
    with in_turn():
        assert in_line._LINE._taken
    assert not in_line._LINE._taken


def until(holds: object, patience: float = 10.0) -> None:
    """Wait until it holds."""
    assert callable(holds)
    last = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < last
        time.sleep(0.005)
