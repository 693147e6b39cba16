"""A fresh copy of this repository, and starting it as a stranger would."""

import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.architecture.rules.tree import ROOT, files

PATIENCE = 240.0  # seconds: a bound for a hung start, not the promise of 60


def copy_to(folder: Path) -> Path:
    """What git keeps, and nothing that this machine made."""
    for name in files():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, target)
    return folder


def free_port() -> int:
    """A port that nothing answers at."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
    return port


def environ() -> dict[str, str]:
    """This machine's environment without a word about Open Chair or our own packages."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("OPENCHAIR_", "DJANGO_"))
    }
    kept["PATH"] = ":".join(part for part in kept["PATH"].split(":") if ".venv" not in part)
    kept.pop("VIRTUAL_ENV", None)
    kept.pop("PYTHONPATH", None)
    return kept


class Started:
    """A `./start` under way."""

    def __init__(self, copy: Path, *words: str, cwd: Path) -> None:
        self.port = free_port()
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            [str(copy / "start"), "--port", str(self.port), *words],
            cwd=cwd,
            env=environ(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def answers(self) -> float:
        """Seconds from the command to the first page; raises when it ends or hangs before."""
        while self.process.poll() is None and time.monotonic() - self.began < PATIENCE:
            if self.page("/") is not None:
                return time.monotonic() - self.began
            time.sleep(0.05)
        self.process.kill()
        raise AssertionError(self.process.communicate(timeout=30)[0])

    def page(self, path: str) -> str | None:
        """The page at a path, None while nothing answers."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:
                text: str = answer.read().decode()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return None
        return text

    def stop(self) -> tuple[float, str]:
        """Tell it to stop; the seconds that took, and all it said."""
        began = time.monotonic()
        self.process.terminate()
        said, _ = self.process.communicate(timeout=30)
        return time.monotonic() - began, said


@contextmanager
def started(copy: Path, *words: str, cwd: Path) -> Iterator[Started]:
    """A `./start` for the block, ended with it."""
    one = Started(copy, *words, cwd=cwd)
    try:
        yield one
    finally:
        if one.process.poll() is None:
            one.process.kill()
            one.process.communicate(timeout=30)
