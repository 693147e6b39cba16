"""Ticks: small things that are due again and again, in two supervised threads of this process.

What asks another machine has a thread of its own: however slowly that one answers, no room waits for it.
"""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.db import close_old_connections, connections

Act = Callable[[], object]

LONGEST_NAP: Final = 1.0  # seconds
LONGEST_STOP: Final = 3.0  # seconds that `stop_ticks` waits for a tick under way

log = logging.getLogger("openchair.jobs")


@dataclass(slots=True)
class Tick:
    """An act, how often it is due, how long after a start at first, and when next (monotonic seconds)."""

    act: Act
    seconds: float
    first: float = 0.0
    due: float = 0.0


class Ticks:
    """A registry of ticks and the thread that runs them, one after the other."""

    def __init__(self, name: str = "ticks") -> None:
        self._name = name
        self._ticks: list[Tick] = []
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def every(self, *, seconds: float, first: float = 0.0) -> Callable[[Act], Act]:
        """Run the function `first` seconds after the start, then this long after each start of it.

        Never twice at once.

        It must be safe to run late, early, or in two processes at the same time.
        """

        def register(act: Act) -> Act:
            self._ticks.append(Tick(act, seconds, first))
            return act

        return register

    def start(self) -> None:
        """Begin, in a thread of its own; a second call does nothing."""
        if self._thread and self._thread.is_alive():
            return
        self._stopping.clear()
        for tick in self._ticks:
            tick.due = time.monotonic() + tick.first
        self._thread = threading.Thread(target=self._supervise, name=self._name, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End after the tick under way, waiting at most three seconds for it."""
        self.ask_to_stop()
        if self._thread:
            self._thread.join(LONGEST_STOP)

    def ask_to_stop(self) -> None:
        """Begin nothing more."""
        self._stopping.set()

    def _supervise(self) -> None:
        while not self._stopping.is_set():
            try:
                self._run_due()
            except BaseException as error:  # noqa: BLE001  even SystemExit: the next tick is owed to somebody else
                log.error("the ticks stumbled over %s", type(error).__name__)
            self._stopping.wait(self._nap())
        connections.close_all()

    def _run_due(self) -> None:
        for tick in self._ticks:
            if tick.due <= time.monotonic() and not self._stopping.is_set():
                tick.due = time.monotonic() + tick.seconds
                _run(tick.act)

    def _nap(self) -> float:
        next_due = min((tick.due for tick in self._ticks), default=time.monotonic() + LONGEST_NAP)
        return min(max(next_due - time.monotonic(), 0.01), LONGEST_NAP)


def _run(act: Act) -> None:
    close_old_connections()
    try:
        act()
    except Exception as error:  # noqa: BLE001  one fault must not stop the others
        log.error("tick %s raised %s", act.__name__, type(error).__name__)
    finally:
        close_old_connections()


def start_ticks() -> None:
    """Begin with everything that is due again and again."""
    _ticks.start()
    _far_ticks.start()


def stop_ticks() -> None:
    """End after what is under way. What asks another machine is not waited for: it may be cut off."""
    _far_ticks.ask_to_stop()
    _ticks.stop()


_ticks, _far_ticks = Ticks(), Ticks("far ticks")
every, every_far_away = _ticks.every, _far_ticks.every
