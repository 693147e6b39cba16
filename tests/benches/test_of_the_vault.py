"""The figures that are promised can be measured: each bench runs, here with a handful of rows."""

import subprocess
import sys

import pytest

from tests.journeys.place import ROOT


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("sealed.py 100 1", ["a page of 50 sealed", "50 rows sealed, no key held"]),
        ("ring.py 200", ["200 keys wrapped under another", "one key destroyed"]),
        ("kills.py 2", ["2 kills", "0 wrong"]),
    ],
)
def test_a_bench_prints_its_figures(words: str, told: list[str]) -> None:
    name, *numbers = words.split()
    done = subprocess.run(
        [sys.executable, str(ROOT / "bench" / name), *numbers],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    for figure in told:
        assert figure in done.stdout, done.stdout
