"""Two starts at once wait for each other, and a lock ends with its process."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from openchair.project.setup.locks import hold, one_at_a_time
from openchair.project.setup.places import ROOT

HOLDER = """
import sys, pathlib
from openchair.project.setup.locks import hold
print(hold(pathlib.Path(sys.argv[1])) is not None, flush=True)
sys.stdin.read()
"""


@contextmanager
def held_by_another(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process holds the path for the block."""
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": str(ROOT)}
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "True\n"
        yield other
        other.kill()


def test_what_another_process_holds_cannot_be_held(tmp_path: Path) -> None:
    with held_by_another(tmp_path / "lock"):
        assert hold(tmp_path / "lock") is None


def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    with held_by_another(tmp_path / "lock") as other:
        other.kill()
        other.wait(timeout=10)
        assert hold(tmp_path / "lock") is not None


def test_whoever_waits_is_told_once_and_not_for_ever(tmp_path: Path) -> None:
    told: list[str] = []
    with (
        held_by_another(tmp_path / "lock"),
        pytest.raises(TimeoutError),
        one_at_a_time(tmp_path / "lock", meanwhile=lambda: told.append("waiting"), wait=0.3),
    ):
        pytest.fail("both held the lock")
    assert told == ["waiting"]


def test_a_free_lock_is_taken_in_silence(tmp_path: Path) -> None:
    told: list[str] = []
    with one_at_a_time(tmp_path / "lock", meanwhile=lambda: told.append("waiting")):
        assert told == []
