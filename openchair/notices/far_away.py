"""The one place that asks another machine for something at an address that came from outside.

What a browser names as its push service is looked at before anything is asked (S56): only https at its usual
port, only machines that all the world can reach. The connection goes to the very address that was looked at,
so that a name cannot mean another machine a moment later. Nothing is followed, nothing is read but the head
of the answer, and after ten seconds it is over, however slowly something comes.
"""

import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http.client import HTTPConnection, HTTPException
from typing import Final
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

LONGEST_STEP: Final = 5.0  # seconds for one step: a connection, a part of an answer
LONGEST: Final = 10.0  # seconds for everything
_HTTPS: Final = 443
# Ways to write an address of version 4 in one of version 6; what stands inside may be anything.
_WRAPPED: Final = tuple(ipaddress.ip_network(one) for one in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16"))


class Refused(Exception):
    """An address that this place does not ask."""


class NoAnswer(Exception):
    """Nothing came back, or nothing that could be read: it may be there another time."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Its status, and after how many seconds one may ask again, when that was said."""

    status: int
    again: int = 0


def looked_at(address: str) -> SplitResult:
    """The parts of an address that may be asked, as far as it can be seen without asking. Raises Refused."""
    try:
        parts = urlsplit(address)
        port = parts.port or _HTTPS
    except ValueError:
        raise Refused from None
    if not address.isascii() or not address.isprintable() or parts.username or not parts.hostname:
        raise Refused
    if _is_a_tests(parts):
        return parts
    if parts.scheme != "https" or port != _HTTPS or _is_number(parts.hostname) or "." not in parts.hostname:
        raise Refused
    return parts


def post(address: str, *, headers: Mapping[str, str], body: bytes) -> Answer:
    """Send it, and say what came back. Raises Refused or NoAnswer."""
    parts = looked_at(address)
    try:
        with _line(parts) as (line, is_over):
            path = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
            line.request("POST", path, body, dict(headers))
            answer = line.getresponse()
            if is_over.is_set():  # cut off in the middle of a head, it would look like a whole one
                raise NoAnswer
            return Answer(answer.status, _seconds(answer.getheader("Retry-After", "")))
    except (OSError, HTTPException, ValueError):
        raise NoAnswer from None


@contextmanager
def _line(parts: SplitResult) -> Iterator[tuple[HTTPConnection, threading.Event]]:
    """A connection to an address that was looked at, cut off after ten seconds; and whether that has come."""
    host, port = parts.hostname or "", parts.port or _HTTPS
    line = HTTPConnection(host, port, timeout=LONGEST_STEP)
    plain = socket.create_connection((_found(host, port), port), LONGEST_STEP)
    sockets = [plain]
    is_over = threading.Event()
    end = threading.Timer(LONGEST, _cut, [sockets, is_over])
    end.start()
    try:
        if parts.scheme == "https":
            secure = _trust().wrap_socket(plain, server_hostname=host, do_handshake_on_connect=False)
            sockets.append(secure)
            secure.do_handshake()
        line.sock = sockets[-1]
        yield line, is_over
    finally:
        end.cancel()
        for one in sockets:
            one.close()


def _found(host: str, port: int) -> str:
    """An address of the host, all of whose addresses the world can reach. Raises Refused, or OSError."""
    found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not found or not (_tests_allow() or all(is_public(one) for one in found)):
        raise Refused
    return found[0]


def is_public(number: str) -> bool:
    """Can all the world reach this address? Not: this machine, its network, or a way around to them."""
    try:
        address = ipaddress.ip_address(number)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inside = address.ipv4_mapped
        if inside or any(address in wrapped for wrapped in _WRAPPED) or address.teredo:
            return False
    return address.is_global and not address.is_multicast


def _is_number(host: str) -> bool:
    """A number instead of a name, in any of the forms that a resolver takes for one."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host.rpartition(".")[2].isdigit() or host.rpartition(".")[2].startswith("0x")
    return True


def _is_a_tests(parts: SplitResult) -> bool:
    return _tests_allow() and parts.scheme == "http" and parts.hostname == "127.0.0.1"


def _tests_allow() -> bool:
    allowed: bool = settings.OPENCHAIR_PUSH_LOOPBACK
    return allowed


@cache
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()


def _cut(sockets: list[socket.socket], is_over: threading.Event) -> None:
    is_over.set()
    for one in sockets:
        try:
            socket.socket.shutdown(one, socket.SHUT_RDWR)
        except OSError:
            continue


def _seconds(said: str) -> int:
    return int(said) if said.isascii() and said.isdigit() and len(said) < 6 else 0
