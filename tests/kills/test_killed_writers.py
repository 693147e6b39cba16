"""Whoever was told that it is written finds it written, however the machine ended."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from openchair.project.setup.places import ROOT
from tests.kills.told import Told

KILLS, SECONDS = 200, 120
MEMORY = Path("/dev/shm")


@pytest.mark.requirement("S16")
def test_two_hundred_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else tmp_path) as folder:
        here = {f"OPENCHAIR_{name}": f"{folder}/{name.lower()}" for name in ("DATA", "KEYS", "RING")}
        Path(here["OPENCHAIR_DATA"]).mkdir()
        done = subprocess.run(
            [sys.executable, "-m", "tests.kills.killing", str(KILLS), str(SECONDS)],
            cwd=ROOT,
            env={
                **os.environ,
                **here,
                "OPENCHAIR_DATABASE": "",
                "DJANGO_SETTINGS_MODULE": "openchair.project.settings",
            },
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS * 2,
        )
    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout)
    assert told["wrong"] == []
    assert told["kills"] == KILLS and told["acknowledged"] > KILLS


def test_what_was_lost_would_be_seen() -> None:
    told = Told()
    told.take(["try + ada a", "done + ada a", "try + ada b", "try + ben c", "done + ben c", "try - ben c"])
    assert told.stands == {"ada": {"a", "b"}, "ben": {"c", "-"}} and told.acknowledged == 2
    told.take(["done - ben c", "done + ada b"])
    assert told.stands == {"ada": {"b"}, "ben": {"-"}}
