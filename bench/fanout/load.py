"""The load client of `bench/fanout.py` where there is no C compiler: as load.c, only slower.

Usage: load.py PORT N; the lines it reads and writes are told in load.c.
"""

import selectors
import socket
import struct
import sys
import time

EVENT_BYTES = 600
ABRUPT = struct.pack("ii", 1, 0)  # no TIME_WAIT: the next run needs the ports


class Load:
    """N streams to one room, and a connection that posts."""

    def __init__(self, port: int, listeners: int) -> None:
        self.port, self.listeners, self.greeted, self.complete = port, listeners, 0, 0
        self.sent: list[float] = []
        self.took: list[float] = []
        self.received: list[int] = []
        self.heard: dict[int, int] = {}
        self.selector = selectors.DefaultSelector()
        self.poster = self.dial()

    def dial(self) -> socket.socket:
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=10)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, ABRUPT)
        self.selector.register(connection, selectors.EVENT_READ)
        return connection

    def connect(self) -> str:
        began, opened = time.monotonic(), 0
        while self.greeted < self.listeners:
            while opened < self.listeners and opened - self.greeted < 256:
                self.dial().sendall(b"GET /live/rooms/KEY/ HTTP/1.1\r\nHost: x\r\n\r\n")
                opened += 1
            self.hear(0.01)
        return f"connected {time.monotonic() - began:.4f}"

    def pace(self, seconds: float) -> str:
        began, first = time.monotonic(), len(self.sent)
        for number in range(int(seconds * 5)):
            while (wait := began + number / 5 - time.monotonic()) > 0:
                self.hear(wait)
            self.post()
        self.finish()
        took = sorted(self.took[first:])
        p50, p99 = took[len(took) // 2] * 1e3, took[len(took) * 99 // 100] * 1e3
        return f"pace {p50:.2f} {p99:.2f} {took[-1] * 1e3:.2f} {len(took)}"

    def flood(self, seconds: float) -> str:
        began, first = time.monotonic(), len(self.sent)
        while time.monotonic() < began + seconds:
            self.post()
            self.finish()
        return f"flood {(len(self.sent) - first) * self.listeners} {time.monotonic() - began:.4f}"

    def post(self) -> None:
        self.sent.append(time.monotonic())
        self.took.append(0.0)
        self.received.append(0)
        body = b"~" + b"x" * (EVENT_BYTES - 1)
        self.poster.sendall(
            b"POST /publish HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
        )

    def finish(self) -> None:
        end = time.monotonic() + 10
        while self.complete < len(self.sent):
            if time.monotonic() > end:
                raise SystemExit("load: not every event reached every listener")
            self.hear(0.05)

    def hear(self, seconds: float) -> None:
        for key, _ in self.selector.select(seconds):
            stream = key.fileobj
            assert isinstance(stream, socket.socket)
            text = stream.recv(65536)
            if not text:
                raise SystemExit("load: a stream ended")
            if stream is not self.poster:
                self.greeted += text.count(b"^")
                self.count(key.fd, text.count(b"~"))

    def count(self, fd: int, events: int) -> None:
        for which in range(self.heard.get(fd, 0), self.heard.get(fd, 0) + events):
            self.received[which] += 1
            if self.received[which] == self.listeners:
                self.took[which] = time.monotonic() - self.sent[which]
                self.complete += 1
        self.heard[fd] = self.heard.get(fd, 0) + events


if __name__ == "__main__":
    load = Load(int(sys.argv[1]), int(sys.argv[2]))
    for line in sys.stdin:
        match line.split():
            case ["connect"]:
                print(load.connect(), flush=True)
            case ["pace", seconds]:
                print(load.pace(float(seconds)), flush=True)
            case ["flood", seconds]:
                print(load.flood(float(seconds)), flush=True)
            case _:
                break
