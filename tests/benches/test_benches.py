"""The commands that measure still run, here with little to do; their figures are for people to look at."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from openchair.project.setup.places import ROOT

# What each has to do here, and what it then tells.
LITTLE: dict[str, tuple[dict[str, int], list[str]]] = {
    "checkins": (
        {"WRITERS": 4, "EACH": 2, "ROUNDS": 1},
        ["4 writers, 8 durable rows", "bare rows", "check-ins"],
    ),
    "deadlines": ({"ROUNDS": 1, "STREAMS": 1}, ["Calm Room", "signed out"]),
    "guard": ({"LETTERS": 500}, ["phone", "(tried, and left out)", "time for 1000 letters"]),
    "meetings": (
        {"MEETINGS": 60, "GROUPS": 12, "TIMES": 1},
        ["every next date worked out anew", "begins within the hour", "a page of the list"],
    ),
    "reminders": (
        {"PEOPLE": 300, "ZONES": 4, "TIMES": 1, "SLICE": 100},
        ["300 reminders in 4 zones", "a usual minute", "the fullest minute", "300 told"],
    ),
    "search": ({"SHARES": 60, "PEOPLE": 9, "ROUNDS": 1}, ["the field alone", "quay", "nowhere"]),
    "shares": (
        {"SHARES": 200, "PEOPLE": 9, "ROUNDS": 1, "VISITS": 1},
        ["the newest of 200"],
    ),
    "sign_in": (
        {"ROUNDS": 2, "RESAMPLES": 40, "CIRCLE": 2, "AT_ONCE": 3},
        [
            "sign-in name, other words",
            "spare key, was used",
            "passkey, another key",
            "2 sign-ins",
            "3 sign-ins",
        ],
    ),
    "today": (
        {"YEARS": 9, "ROUNDS": 1, "VISITS": 1, "WARM": 1},
        ["Today, in no group", "Today, among others", "all of five years"],
    ),
}
BY_WORDS = {"fanout": ("--listeners=9", "--pace=0.4", "--flood=0.1")}
ELSEWHERE = {"sealed", "ring", "kills"}  # test_of_the_vault
IN_A_BROWSER = {"arrival"}  # tests/journeys/test_arrival.py


def brief(bench: str, *words: str, **little: int) -> str:
    """What the bench prints when it has this much to do."""
    once = f"import {bench} as bench; vars(bench).update({little!r}); bench.main()"
    done = subprocess.run(
        [sys.executable, "-c", once, *words],
        cwd=ROOT / "bench",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


@pytest.mark.parametrize("bench", LITTLE)
def test_each_bench_tells_its_figures(bench: str) -> None:
    little, told = LITTLE[bench]
    printed = brief(bench, **little)
    for figure in told:
        assert figure in printed, printed


def test_a_room_is_heard_beside_the_least_a_server_can_do() -> None:
    printed = brief("fanout", *BY_WORDS["fanout"])
    assert re.search(r"^ +9 +our hub +[\d.]+", printed, re.MULTILINE), printed


def test_without_a_compiler_what_is_left_out_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    printed = brief("fanout", *BY_WORDS["fanout"])
    assert "skipped: the C epoll server and the C load client (no C compiler here)" in printed
    assert re.search(r"^ +9 +our hub +[\d.]+ +- ", printed, re.MULTILINE), printed
    assert "C epoll " not in printed.partition("skipped")[0]


@pytest.mark.parametrize(
    "page", ["a page that does nothing", "Today", "the room, 30 people in it", "Help now"]
)
def test_each_page_is_told_with_its_cost(page: str, told: str) -> None:
    assert re.search(rf"^{page} +[\d.]+ +[\d.]+ +\d+ +\d+ +\d+$", told, re.MULTILINE)


@pytest.fixture(scope="module")
def told() -> str:
    """The table of pages."""
    return brief("pages", ROUNDS=1, VISITS=1)


def test_no_bench_is_left_untried() -> None:
    benches = {one.stem for one in (ROOT / "bench").glob("*.py")} - {"place"}
    assert benches == {"pages", *LITTLE, *BY_WORDS, *ELSEWHERE, *IN_A_BROWSER}
