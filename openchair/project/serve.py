"""Serve the place from one process, and stop it quickly and whole."""

import gc
import resource
import signal
from types import FrameType

from openchair.project.house import House, whole_house
from openchair.project.server import LONGEST_STOP, Server, configured


def serve(host: str, port: int) -> None:
    """Answer at the address until told to stop (SIGTERM, SIGINT). Raises SystemExit when it is taken."""
    run(whole_house(), host, port)


def run(house: House, host: str, port: int) -> None:
    """Serve this house; the process ends at the latest 4.5 s after the first signal."""
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, _quiet)  # the server raises the signal once more when it has stopped
    _leave_no_dump()
    spare_the_collector()
    Server(configured(house, host, port), LONGEST_STOP).run()


def _leave_no_dump() -> None:
    # A process that crashes would leave all that it held, keys and words, in a file (S69).
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def spare_the_collector() -> None:
    """What lives as long as the process is not walked through again.

    Streams are long-lived, and the default makes Python walk through all of them for every few hundred
    new ones: a quarter of the cost of opening a stream when a restart brings everybody back.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)


def _quiet(number: int, frame: FrameType | None) -> None:
    """Nothing: the work of stopping has been done."""
