"""Requests that are slow, too big, doubled or forged do not reach the pages, and do not hold them up."""

import http.client
import json
import socket
import threading
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import cast

import pytest
from a2wsgi.wsgi_typing import Environ, StartResponse

from openchair.live.bus import MemoryBus
from openchair.live.doors import Doors
from openchair.live.endpoint import Endpoint
from openchair.live.hub import Hub
from openchair.project.guard import MOST_BYTES, clean
from openchair.project.house import PAGE_THREADS, House
from openchair.project.server import Server, configured


def test_half_sent_forms_do_not_freeze_the_pages() -> None:
    with served() as port, ExitStack() as stack:
        for _ in range(PAGE_THREADS * 5):
            half = stack.enter_context(socket.create_connection(("127.0.0.1", port)))
            half.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf")
        assert _ask(port)["method"] == "GET"


def test_a_form_that_never_ends_is_given_up() -> None:
    with served(longest=0.2) as port, socket.create_connection(("127.0.0.1", port), timeout=5) as half:
        half.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf")
        assert half.recv(64).startswith(b"HTTP/1.1 408 ")


def test_a_form_is_handed_on_whole_with_or_without_a_length() -> None:
    with served() as port:
        words = b"x" * 200_000
        assert _ask(port, "POST", body=words)["body"] == words.decode()
        assert _ask(port, "POST", body=iter([words[:5], words[5:]]))["body"] == words.decode()


def test_too_much_is_refused_whether_announced_or_not() -> None:
    with served() as port:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as announced:
            announced.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % (MOST_BYTES + 1))
            assert announced.recv(64).startswith(b"HTTP/1.1 413 ")
        with socket.create_connection(("127.0.0.1", port), timeout=5) as creeping:
            creeping.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
            piece = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
            with pytest.raises(ConnectionError):
                creeping.sendall(piece * 30)


def test_an_address_with_a_nul_in_it_is_nowhere() -> None:
    with served() as port:
        assert _status(port, "/rooms/a%00b/") == 404
        assert _status(port, "/rooms/ab/") == 200


def _status(port: int, path: str) -> int:
    asking = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        asking.request("GET", path)
        return asking.getresponse().status
    finally:
        asking.close()


def test_a_header_with_an_underscore_cannot_pass_for_another() -> None:
    with served() as port:
        seen = _ask(port, headers={"X-Colour": "green", "X_Colour": "red", "X_Forwarded_Proto": "https"})
        assert seen["HTTP_X_COLOUR"] == "green"
        assert "HTTP_X_FORWARDED_PROTO" not in seen


def test_cookies_in_two_headers_stay_two_cookies() -> None:
    assert clean([(b"cookie", b"a=1"), (b"host", b"x"), (b"cookie", b"b=2")]) == [
        (b"host", b"x"),
        (b"cookie", b"a=1; b=2"),
    ]


@contextmanager
def served(longest: float = 10.0) -> Iterator[int]:
    house = House(_mirror, Endpoint(Hub(MemoryBus()), Doors()))
    house.pages.longest = longest
    server = Server(configured(house))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        server.should_exit = True
        thread.join(10)


def _ask(
    port: int,
    method: str = "GET",
    body: bytes | Iterable[bytes] | None = None,
    headers: dict[str, str] | None = None,
) -> dict[str, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request(method, "/", body=body, headers=headers or {})
    answer = connection.getresponse()
    seen = json.loads(answer.read())
    connection.close()
    return cast(dict[str, str], seen)


def _mirror(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    seen = {name: value for name, value in environ.items() if name.startswith("HTTP_")}
    length = int(str(environ.get("CONTENT_LENGTH") or 0))
    body = environ["wsgi.input"].read(length) if length else b""
    start_response("200 OK", [("Content-Type", "application/json")])
    return [json.dumps({"method": environ["REQUEST_METHOD"], "body": body.decode(), **seen}).encode()]
