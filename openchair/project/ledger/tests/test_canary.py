"""The words of somebody who was erased, and what sealed them, are in no file of the place."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from openchair.live.tests.test_bus import REDIS, redis_answers
from openchair.project.ledger.tests.life import EVENING, SECRETS
from openchair.project.setup import keys
from openchair.safety.tests.scene import SAID
from tests import tables

ROOT = Path(__file__).resolve().parents[4]
Told = dict[str, Any]


class Running:
    """`canary.py` in a folder of its own."""

    def __init__(self, folder: Path, redis: str) -> None:
        self.folder = folder
        tables.copy_file(folder / tables.FILE)
        keys.make_missing(folder / "keys")
        self.environ = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "openchair.project.settings",
            "OPENCHAIR_DATA": str(folder / "data"),
            "OPENCHAIR_KEYS": str(folder / "keys"),
            "OPENCHAIR_DATABASE": "",
            "OPENCHAIR_REDIS": redis,
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "openchair.project.ledger.tests.canary"],
            cwd=ROOT,
            env=self.environ,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def told(self) -> Told:
        """What it says next."""
        assert self.process.stdout
        found: Told = json.loads(self.process.stdout.readline())
        return found

    def go_on(self) -> None:
        assert self.process.stdin
        self.process.stdin.write(b"\n")
        self.process.stdin.flush()

    def end(self) -> None:
        """Wait until it is over; whatever happened to it, nothing of it stays."""
        try:
            self.process.communicate(b"\n", timeout=30)
        finally:
            self.process.kill()
            self.process.wait()

    def holding(self, *needles: bytes, within: Path | None = None) -> dict[bytes, list[str]]:
        """In which files each of these bytes is found."""
        files = [one for one in (within or self.folder).rglob("*") if one.is_file()]
        held = {one.name: one.read_bytes() for one in files}
        return {needle: [name for name in held if needle in held[name]] for needle in needles}


@pytest.fixture(params=["memory", pytest.param("redis", marks=pytest.mark.redis)])
def running(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Running]:
    if request.param == "redis":
        redis_answers()
    one = Running(tmp_path, REDIS if request.param == "redis" else "")
    yield one
    one.end()


def nowhere(found: dict[bytes, list[str]]) -> bool:
    return not any(found.values())


@pytest.mark.requirement("S06")
def test_nothing_of_somebody_erased_is_in_any_file(
    running: Running, tmp_path_factory: pytest.TempPathFactory
) -> None:
    told = running.told()
    plain = [words.encode() for words in (*SECRETS.values(), EVENING, SAID)]
    sealed = [bytes.fromhex(one) for one in told["sealed"]]
    key, who = bytes.fromhex(told["key"]), UUID(told["person"])
    ids = [str(who).encode(), who.hex.encode(), told["membership"].encode()]
    assert nowhere(running.holding(*plain)), "no word of anybody lies open, also before"
    assert all(running.holding(*sealed, key, *ids[1:]).values()), "what is looked for is there to be found"
    assert any(told["said"])
    older = tmp_path_factory.mktemp("older") / "backup"
    shutil.copytree(running.folder / "data", older, ignore=shutil.ignore_patterns("ring*"))
    running.go_on()
    after = running.told()
    assert nowhere(running.holding(*plain, *sealed, key, *ids))
    assert after["said"] and not any(after["said"]), "what others said is still there"
    assert nowhere(running.holding(key, *plain, within=older)), "the older copy holds no key and no word"


@pytest.mark.requirement("S06")
@pytest.mark.redis
def test_redis_holds_no_word_of_them(tmp_path: Path) -> None:
    client = redis_answers()
    one = Running(tmp_path, REDIS)
    told = one.told()
    one.go_on()
    one.told()
    held = b"".join(client.dump(key) or b"" for key in client.scan_iter("openchair:words:*"))
    assert held, "a room is on"
    for needle in (*(words.encode() for words in SECRETS.values()), told["person"].encode()):
        assert needle not in held
    one.end()
