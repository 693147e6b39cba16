"""A child of this process that is killed without warning, at one of its statements or at a moment of ours."""

import os
import signal
import time
from collections.abc import Callable

from openchair.vault.ring import Ring


def at_statement(ring: Ring, number: int, act: Callable[[], object]) -> bool:
    """Run the act in a child that is killed at its `number`-th statement to the ring; True when it was."""
    ring.close()
    child = os.fork()
    if child == 0:
        left = [number]

        def count(_statement: str) -> None:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        ring.connection().set_trace_callback(count)
        _end_after(act)
    return _was_killed(child)


def after_a_while(ring: Ring, seconds: float, act: Callable[[], object]) -> bool:
    """Run the act in a child that is killed after `seconds`, wherever it is; True when it was."""
    ring.close()
    child = os.fork()
    if child == 0:
        _end_after(act)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return _was_killed(child)


def _end_after(act: Callable[[], object]) -> None:
    status = 1
    try:
        act()
        status = 0
    finally:
        os._exit(status)


def _was_killed(child: int) -> bool:
    _pid, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return os.WTERMSIG(status) == signal.SIGKILL
    assert os.WEXITSTATUS(status) == 0, "the child stumbled"
    return False
