"""Key files: made once, read by one account, gone when destroyed."""

import stat
from pathlib import Path

import pytest

from openchair.vault.keks import KeyFolder, KeyMissing


@pytest.fixture
def keys(tmp_path: Path) -> KeyFolder:
    return KeyFolder(tmp_path / "keys")


def test_a_key_is_made_once_for_one_account(keys: KeyFolder) -> None:
    key = keys.make(1)
    assert keys.read(1) == key == keys.make(1) == keys.keep(1, bytes(32))
    assert stat.S_IMODE(keys.path(1).stat().st_mode) == 0o400
    assert [path.name for path in keys.folder.iterdir()] == ["kek-0001"]
    assert keys.epochs() == [1]


@pytest.mark.parametrize("held", [None, b"", b"AAAA", b"\xff" * 43, "ü" * 43])
def test_what_is_no_key_is_named(keys: KeyFolder, held: bytes | str | None) -> None:
    keys.folder.mkdir()
    if held is not None:
        keys.path(7).write_bytes(held if isinstance(held, bytes) else held.encode())
    with pytest.raises(KeyMissing, match="kek-0007"):
        keys.read(7)


def test_what_is_destroyed_is_overwritten_and_gone(keys: KeyFolder, tmp_path: Path) -> None:
    keys.make(1)
    (tmp_path / "another-name").hardlink_to(keys.path(1))
    keys.destroy(1)
    keys.destroy(1)
    assert keys.epochs() == []
    assert set((tmp_path / "another-name").read_bytes()) == {0}
