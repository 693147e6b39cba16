"""A whole place of its own: a server as it is really started, with its own folder, keys, log and port."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlencode

from openchair.project.setup import keys

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0  # seconds


@dataclass
class Place:
    """Started by `start`, killed without warning by `kill`, ended kindly by `stop`."""

    folder: Path
    environ: dict[str, str] = field(default_factory=dict)
    port: int = 0
    told: dict[str, Any] = field(default_factory=dict)
    _server: "subprocess.Popen[bytes] | None" = None
    _log: "IO[bytes] | None" = None

    @property
    def origin(self) -> str:
        """Where it answers."""
        return f"http://localhost:{self.port}"

    @property
    def log(self) -> Path:
        """Everything the server ever printed."""
        return self.folder / "log"

    def prepare(self) -> None:
        """Tables, and the cast."""
        self.port = self.port or _free_port()
        (self.folder / "data").mkdir(parents=True, exist_ok=True)
        keys.make_missing(self.folder / "keys")
        self._run("-m", "openchair", "migrate")
        self.told = json.loads(self._run("-m", "tests.journeys.seed").splitlines()[-1])

    def start(self) -> None:
        """Start the server and wait until it answers."""
        self._log = self.log.open("ab")
        self._server = subprocess.Popen(
            [sys.executable, "-m", "openchair", "serve"],
            cwd=ROOT,
            env=self._environ(),
            stdout=self._log,
            stderr=self._log,
        )
        last = time.monotonic() + PATIENCE
        while not self._answers():
            if time.monotonic() > last or self._server.poll() is not None:
                self.kill()
                raise AssertionError(f"the server did not start: {self.log.read_text()[-2000:]}")
            time.sleep(0.1)

    def kill(self) -> None:
        """As a power cut does it."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """As whoever keeps the machine does it."""
        self._end(signal.SIGTERM)

    def holds(self, words: str) -> list[Path]:
        """The files of this place, its log among them, in which these words can be read."""
        files = [path for path in self.folder.rglob("*") if path.is_file()]
        return [path for path in files if words.encode() in path.read_bytes()]

    def asked(self, path: str, *, host: str = "localhost", fields: dict[str, str] | None = None) -> int:
        """The status of an answer to somebody without a browser."""
        asking = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            body = urlencode(fields) if fields else None
            kind = {"Content-Type": "application/x-www-form-urlencoded"} if fields else {}
            asking.request("POST" if fields else "GET", path, body, {"Host": host, **kind})
            return asking.getresponse().status
        finally:
            asking.close()

    def _end(self, sign: signal.Signals) -> None:
        if self._server and self._server.poll() is None:
            self._server.send_signal(sign)
            self._server.wait(timeout=PATIENCE)
        if self._log:
            self._log.close()

    def _answers(self) -> bool:
        try:
            return bool(urllib.request.urlopen(f"{self.origin}/help/", timeout=5).status == 200)
        except OSError:
            return False

    def _run(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=self._environ(),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout

    def _environ(self) -> dict[str, str]:
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "openchair.project.settings",
            "OPENCHAIR_DATA": str(self.folder / "data"),
            "OPENCHAIR_KEYS": str(self.folder / "keys"),
            "OPENCHAIR_PORT": str(self.port),
            "OPENCHAIR_DATABASE": "",  # a file of its own, whatever the suite runs on
            **self.environ,
        }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
