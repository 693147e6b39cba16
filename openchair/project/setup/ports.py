"""Whether a port is free, said before anything slow begins."""

import errno
import socket

from openchair.project.setup.places import Stop


def refuse_taken(host: str, port: int) -> None:
    """Raise Stop when nothing can answer at host and port; returns quietly when it can."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host, port))
        except OSError as fault:
            raise Stop(_why(fault, host, port)) from None


def _why(fault: OSError, host: str, port: int) -> str:
    if fault.errno == errno.EADDRINUSE:
        return (
            f"Port {port} is taken, perhaps by Open Chair itself. Try another: ./start --port {_next(port)}"
        )
    if fault.errno == errno.EACCES:
        return f"Port {port} is kept for the machine's owner. Try another: ./start --port 8000"
    return f"This machine has no address {host} to answer on."


def _next(port: int) -> int:
    return port + 1 if port < 65535 else 8001
