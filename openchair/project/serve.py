"""Serve the place from one process, and stop it quickly and whole."""

import signal
from types import FrameType

from openchair.project.asgi import application
from openchair.project.server import LONGEST_STOP, Server, configured


def serve(host: str, port: int) -> None:
    """Answer at the address until told to stop (SIGTERM, SIGINT). Raises SystemExit when it is taken."""
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, _quiet)  # the server raises the signal once more when it has stopped
    Server(configured(application, host, port), LONGEST_STOP).run()


def _quiet(number: int, frame: FrameType | None) -> None:
    """Nothing: the work of stopping has been done."""
