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


@pytest.mark.parametrize("linked", [False, True], ids=["before its link", "after its link"])
def test_what_a_killed_process_left_goes_and_the_key_stays(
    keys: KeyFolder, tmp_path: Path, linked: bool
) -> None:
    key, draft = keys.make(1), keys.folder / "kek-0001.77.aabbccdd"
    draft.hardlink_to(keys.path(1)) if linked else draft.write_bytes(b"another")
    (tmp_path / "another-name").hardlink_to(draft)
    assert keys.make(1) == key == keys.read(1)
    assert [path.name for path in keys.folder.iterdir()] == ["kek-0001"]
    assert linked or set((tmp_path / "another-name").read_bytes()) == {0}


def test_a_draft_of_a_key_that_was_never_kept_is_destroyed_with_its_epoch(
    keys: KeyFolder, tmp_path: Path
) -> None:
    keys.make(2)
    for name in ("kek-0001.77.aabbccdd", "kek-0001.damaged"):
        (keys.folder / name).write_bytes(b"a true key")
        (tmp_path / name).hardlink_to(keys.folder / name)
    keys.destroy(1)
    assert [path.name for path in keys.folder.iterdir()] == ["kek-0002"]
    assert {(tmp_path / one).read_bytes() for one in ("kek-0001.77.aabbccdd", "kek-0001.damaged")} == {
        bytes(10)
    }


def test_where_there_is_no_folder_nothing_is_destroyed_or_set_aside(keys: KeyFolder) -> None:
    keys.destroy(1)
    keys.set_aside(1)
    assert not keys.folder.exists()
