"""The web server we run inside our process, and how it stops while streams are open."""

import asyncio
import os
import socket
import threading
from typing import Final

import uvicorn
from django.conf import settings
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from openchair.kit.headers import everywhere
from openchair.project import apart
from openchair.project.house import House

LONGEST_STOP: Final = 4.5  # seconds; then the process ends whatever is still open
GRACE: Final = 3  # seconds for answers under way
MOST_UNSENT: Final = 256 * 1024  # bytes the kernel keeps for one connection
GONE: Final = 30_000  # milliseconds until an answer that nobody acknowledges ends the connection (RFC 5482)


def configured(house: House, host: str = "127.0.0.1", port: int = 0) -> uvicorn.Config:
    """How we run the server: no access log, no word about itself, proxy headers left to the settings."""
    return uvicorn.Config(
        house,
        host=host,
        port=port,
        loop="uvloop",
        http=Plainly,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        backlog=2048,
        timeout_graceful_shutdown=GRACE,
    )


class Plainly(HttpToolsProtocol):
    """HTTP as uvicorn speaks it; what is no HTTP gets our page too, with the headers of every answer."""

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - what was wrong is nobody's business
        """Refuse, and close the connection."""
        body = apart.words_of(400, settings.LANGUAGE_CODE, "").encode()
        head = {
            **everywhere(),
            "Content-Type": "text/html; charset=utf-8",
            "Content-Length": str(len(body)),
            "Cache-Control": "no-store",
            "Connection": "close",
        }
        lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
        self.transport.write(f"HTTP/1.1 400 Bad Request\r\n{lines}\r\n".encode() + body)
        self.transport.close()


class Server(uvicorn.Server):
    """A server that can stop while streams are open."""

    def __init__(self, config: uvicorn.Config, longest_stop: float | None = None) -> None:
        super().__init__(config)
        self.longest_stop = longest_stop

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen; accepted connections inherit what bounds a reader who is gone or does not read."""
        await super().startup(sockets)
        for listener in [one for server in self.servers for one in server.sockets]:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, MOST_UNSENT)
            if hasattr(socket, "TCP_USER_TIMEOUT") and listener.family != socket.AF_UNIX:
                listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, GONE)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Close the listeners, tell every stream goodbye, then wait for what is under way."""
        if self.longest_stop:
            end = threading.Timer(self.longest_stop, os._exit, (0,))
            end.daemon = True
            end.start()
        for listener in self.servers:
            listener.close()
        await asyncio.sleep(0)
        house = self.config.app
        if isinstance(house, House):
            house.live.hub.farewell()
        await super().shutdown(sockets)
