"""Whatever is broken under a place, each command says it in plain words: which file, and what to do."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.place import ROOT, Place


def _data_is_cut_off(folder: Path) -> str:
    held = (folder / "data" / "openchair.sqlite3").read_bytes()
    (folder / "data" / "openchair.sqlite3").write_bytes(held[: len(held) // 2])
    return "database"


def _ring_is_damaged(folder: Path) -> str:
    for one in (folder / "ring" / "ring.sqlite3", folder / "ring" / "copy" / "ring.sqlite3"):
        one.write_bytes(one.read_bytes()[:4096] + b"\xff" * 20_000)
    return "ring.sqlite3"


def _key_is_gone(folder: Path) -> str:
    (folder / "keys" / "kek-0001").unlink()
    return "kek-0001"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place with the cast, stopped."""
    place = Place(tmp_path_factory.mktemp("prepared") / "place")
    place.prepare()
    assert "people_person" in place.command("disclosure", "amara")
    return place.folder


@pytest.mark.parametrize(
    ("breaks", "commands"),
    [
        (_data_is_cut_off, ["serve", "doctor", "disclosure amara", "backup backups"]),
        (_ring_is_damaged, ["serve", "disclosure amara"]),
        (_key_is_gone, ["disclosure amara"]),
    ],
)
def test_every_command_names_what_is_broken_and_shows_no_trace(
    prepared: Path, tmp_path: Path, breaks: Callable[[Path], str], commands: list[str]
) -> None:
    place = Place(shutil.copytree(prepared, tmp_path / "place"), port=8000)
    named = breaks(place.folder)
    for words in commands:
        done = ended(place, *words.split())
        assert done.returncode == 1, words
        assert named in done.stdout + done.stderr, (words, done.stdout, done.stderr)
        assert "Traceback" not in done.stderr and 'File "' not in done.stderr, words
    assert not list((place.folder / "backups").rglob("openchair.sqlite3"))


def ended(place: Place, *words: str) -> "subprocess.CompletedProcess[str]":
    """A command of ours that could not do its work."""
    return subprocess.run(  # noqa: S603 - our own commands
        [sys.executable, "-m", "openchair", *words],
        cwd=place.folder,
        env=place._environ() | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
