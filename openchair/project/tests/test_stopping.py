"""Told to stop, the server stops: soon, with a word to every stream, and without losing an answer."""

import http.client
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest

STREAMS = 200
ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.requirement("S63")
def test_two_hundred_streams_are_told_to_come_back_and_the_process_ends_within_five_seconds() -> None:
    with _server() as (port, process), ExitStack() as stack:
        streams = [stack.enter_context(_stream(port)) for _ in range(STREAMS)]
        page = stack.enter_context(closing(_asked(port, "/0.7/")))
        time.sleep(0.2)
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        assert page.getresponse().read() == b"done"
        assert all(_rest(stream).rstrip(b"\r\n0").endswith(b"event: bye\ndata: again") for stream in streams)
        assert process.wait(5) == 0
        assert time.monotonic() - began < 5


def test_a_page_that_never_ends_and_a_reader_who_never_reads_do_not_keep_it_running() -> None:
    with _server() as (port, process), _stream(port), closing(_asked(port, "/60/")):
        time.sleep(0.2)
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        assert process.wait(6) == 0
        assert time.monotonic() - began < 5.5


def test_while_it_runs_nothing_is_told_goodbye() -> None:
    with _server() as (port, process), _stream(port) as stream:
        stream.settimeout(0.5)
        with pytest.raises(TimeoutError):
            stream.recv(4096)
        assert process.poll() is None


@contextmanager
def _server() -> Iterator[tuple[int, "subprocess.Popen[bytes]"]]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "openchair.project.tests.stopping_scene", str(port)]
    with subprocess.Popen(command, cwd=ROOT) as process:  # noqa: S603
        try:
            _wait_for(port)
            yield port, process
        finally:
            process.kill()


@contextmanager
def _stream(port: int) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as stream:
        stream.sendall(b"GET /live/rooms/KEY/ HTTP/1.1\r\nHost: x\r\n\r\n")
        seen = b""
        while b"rooms/KEY" not in seen and (more := stream.recv(4096)):
            seen += more
        assert b"rooms/KEY" in seen and b"bye" not in seen
        yield stream


def _rest(stream: socket.socket) -> bytes:
    seen = b""
    while more := stream.recv(4096):
        seen += more
    return seen


def _asked(port: int, path: str) -> http.client.HTTPConnection:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    return connection


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the server did not answer within ten seconds")
