"""A whole place of its own: a server as it is really started, with its own folder, keys, log and port."""

import http.client
import json
import os
import shutil
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
from uuid import uuid4

from tests import tables

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0  # seconds; a start takes four alone, and many times that beside a busy check
FRESH = 60.0  # seconds for which what was seeded is as new: meetings have just begun, and sessions too


@dataclass(frozen=True, slots=True)
class Seeded:
    """What a seed made of an empty place, and what it told, at a moment of the machine's own clock."""

    folder: Path
    told: str
    at: float


_seeded: dict[str, Seeded] = {}  # by seed, for the places of this process that have no settings of their own


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
    def pid(self) -> int:
        """The process that serves; LookupError while none does."""
        if self._server is None:
            raise LookupError
        return self._server.pid

    @property
    def log(self) -> Path:
        """Everything the server ever printed."""
        return self.folder / "log"

    def prepare(self, seed: str = "tests.journeys.seed") -> None:
        """Tables, and the cast, or whatever the module `seed` brings and tells."""
        self.port = self.port or _free_port()
        if any(self.environ.values()):
            self.told = json.loads(self._seed(seed))
            return
        kept = _seeded.get(seed)
        if kept is None or time.monotonic() > kept.at + FRESH:
            began = time.monotonic()
            told = self._seed(seed)
            kept = _seeded[seed] = Seeded(self._kept_aside(), told, began)
        else:
            shutil.copytree(kept.folder, self.folder, dirs_exist_ok=True)
        self.told = json.loads(kept.told)

    def tells(self, module: str) -> dict[str, str]:
        """What a further module brings, run in this place, and tells as JSON."""
        told: dict[str, str] = json.loads(self._run("-m", module).splitlines()[-1])
        return told

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

    def command(self, *words: str) -> str:
        """What one of the place's own commands prints."""
        return self._run("-m", "openchair", *words)

    def every_byte(self) -> bytes:
        """All that lies in the files of this place, its log among them."""
        return b"".join(path.read_bytes() for path in sorted(self.folder.rglob("*")) if path.is_file())

    def pass_time(self, seconds: float) -> None:
        """From now on its clock is ahead by so much; the place was started with OPENCHAIR_CLOCK_SHIFT."""
        Path(self.environ["OPENCHAIR_CLOCK_SHIFT"]).write_text(str(seconds))

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

    def _seed(self, seed: str) -> str:
        shutil.copytree(tables.empty_place(), self.folder, dirs_exist_ok=True)
        return self._run("-m", seed).splitlines()[-1]

    def _kept_aside(self) -> Path:
        """A copy of this place, which nobody has served yet, for others to begin as."""
        folder = tables.begin() / f"seeded-{uuid4()}"
        shutil.copytree(self.folder, folder)
        return folder

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
