"""The one place that reaches past ASGI, into the transport of the server we pin.

Stepping `send()` works on any server. Writing a chunk that was framed once (RFC 9112, 7.1) to the transport
costs a third less for each delivery; a server that is not the expected one is served by stepping.
"""

from contextlib import suppress
from typing import Final, Protocol, cast

from asgiref.typing import HTTPResponseBodyEvent

_KNOWN: Final = "uvicorn.protocols.http.httptools_impl"


class Flow(Protocol):
    """Whether the transport asks to wait."""

    write_paused: bool


class Transport(Protocol):
    """The connection."""

    def write(self, data: bytes) -> None: ...

    def abort(self) -> None: ...


class Piece:
    """A piece of a response, made once and shared by all the readers it goes to."""

    __slots__ = ("chunk", "event", "last", "size")

    def __init__(self, data: bytes, more: bool = True) -> None:
        self.event: HTTPResponseBodyEvent = {"type": "http.response.body", "body": data, "more_body": more}
        self.chunk = b"%x\r\n%s\r\n" % (len(data), data)
        self.size, self.last = len(data), not more


def transport_of(send: object) -> Transport | None:
    """The connection behind an ASGI `send`, where the server lets it be seen."""
    transport = getattr(getattr(send, "__self__", None), "transport", None)
    return cast(Transport, transport) if hasattr(transport, "abort") else None


def flow_of(send: object) -> Flow | None:
    """The flow control of a response that has begun in chunks on the server we know, else None."""
    cycle = getattr(send, "__self__", None)
    if type(cycle).__module__ != _KNOWN or getattr(cycle, "chunked_encoding", None) is not True:
        return None
    return cast(Flow, getattr(cycle, "flow", None))


def abort(transport: Transport) -> None:
    """Close at once, without sending what is left. One that is closed already is no fault."""
    with suppress(RuntimeError):
        transport.abort()
