"""One step of the check: a command with a bound, what came of it, and how it is told."""

import os
import re
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from tempfile import TemporaryFile

from openchair.project.setup.places import ROOT

LAST_LINES = 200
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_COUNTED = re.compile(r"^=*\s*((?:\d+ \w+(?:, )?)+ in [\d.]+s.*?)\s*=*$")


class Outcome(Enum):
    """How a step ended."""

    FINE = "ok"
    SKIPPED = "skipped"
    WRONG = "WRONG"


@dataclass(frozen=True, slots=True)
class Step:
    """A named command; `seconds` is where it is ended, `environ` what is added to the environment."""

    name: str
    command: Sequence[str]
    seconds: int = 300
    environ: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a step: how it ended, how long it took, one line, and all it said."""

    name: str
    outcome: Outcome
    seconds: float = 0.0
    line: str = ""
    said: str = ""

    def __str__(self) -> str:
        return f"{self.outcome.value:8} {self.name:34} {self.seconds:6.1f} s  {self.line}".rstrip()


def run(step: Step) -> Told:
    """Run the step to its end or its bound; the whole family of its processes ends with it."""
    began = time.monotonic()
    with TemporaryFile() as said:
        process = subprocess.Popen(
            step.command,
            cwd=ROOT,
            # Hundreds of processes read the same modules: compiled once, wherever the shell says not to.
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "", **step.environ},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        status = _wait(process, step.seconds)
        said.seek(0)
        text = _COLOUR.sub("", said.read().decode(errors="replace"))
    outcome = Outcome.FINE if status == 0 else Outcome.WRONG
    line = f"ended after {step.seconds} s" if status is None else last_line(text)
    return Told(step.name, outcome, time.monotonic() - began, line, text)


def last_line(text: str) -> str:
    """The line that sums up: pytest's count where there is one, else the last that says anything."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    counted = [found[1] for line in lines if (found := _COUNTED.match(line))]
    return (counted or lines or [""])[-1][:100]


def _wait(process: subprocess.Popen[bytes], seconds: int) -> int | None:
    try:
        return process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        end_family(process)


def end_family(process: subprocess.Popen[bytes]) -> None:
    """End the process we started and whatever it started; gently, then surely."""
    for sign, patience in ((signal.SIGTERM, 5.0), (signal.SIGKILL, 5.0)):
        try:
            os.killpg(process.pid, sign)
            process.wait(timeout=patience)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue
