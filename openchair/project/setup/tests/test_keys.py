"""Keys are made once, for their owner's eyes alone."""

import os
import stat
from pathlib import Path

from openchair.project.setup import rules
from openchair.project.setup.keys import KEYS, make_missing
from openchair.project.setup.places import keys_beside


def mode(path: Path) -> int:
    """The permission bits."""
    return stat.S_IMODE(path.stat().st_mode)


def test_keys_are_readable_by_their_owner_alone(tmp_path: Path) -> None:
    assert make_missing(tmp_path / "keys") == list(KEYS)
    assert mode(tmp_path / "keys") == 0o700
    assert {mode(path) for path in (tmp_path / "keys").iterdir()} == {0o400}


def test_a_made_key_is_one_that_the_start_accepts(tmp_path: Path) -> None:
    make_missing(tmp_path / "keys")
    for name in KEYS:
        assert rules.key(tmp_path / "keys" / name)


def test_a_second_start_keeps_the_keys(tmp_path: Path) -> None:
    make_missing(tmp_path / "keys")
    before = (tmp_path / "keys" / "secret_key").read_text()
    assert make_missing(tmp_path / "keys") == []
    assert (tmp_path / "keys" / "secret_key").read_text() == before


def test_a_start_that_was_cut_off_leaves_nothing_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / f"push_key.{os.getpid()}").write_text("half")
    assert make_missing(tmp_path / "keys") == list(KEYS)
    assert {path.name for path in (tmp_path / "keys").iterdir()} == {*KEYS}


def test_keys_lie_beside_the_data_and_two_places_share_none() -> None:
    assert keys_beside(Path("/srv/a/data")) == Path("/srv/a/keys")
    assert keys_beside(Path("/srv/a/demo")) == Path("/srv/a/demo-keys")
