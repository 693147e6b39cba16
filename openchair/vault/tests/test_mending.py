"""A good copy stands in for a bad one; nobody who was erased in either comes back."""

import shutil
from pathlib import Path

import pytest

from openchair.vault import mending
from openchair.vault.mending import NoWayToChoose
from openchair.vault.ring import Ring
from openchair.vault.verifying import differ, first_fault


@pytest.fixture
def full(ring: Ring) -> Ring:
    """A ring with two people."""
    ring.forge("person", ["ben", "ada"])
    return ring


def bad(path: Path) -> None:
    path.write_bytes(b"no ring" * 900)


def test_what_is_whole_stays_as_it_is(full: Ring) -> None:
    assert mending.mend(full) is None
    assert mending.mend(full, full.path) is None


@pytest.mark.requirement("S71")
@pytest.mark.parametrize("name", ["path", "copy"])
@pytest.mark.parametrize("harm", [Path.unlink, bad], ids=["missing", "damaged"])
def test_a_missing_or_damaged_copy_is_written_from_the_other(full: Ring, name: str, harm: object) -> None:
    keys, path = full.open_keys(["ben", "ada"]), getattr(full, name)
    full.close()
    assert callable(harm)
    harm(path)
    assert mending.mend(full) == path
    assert first_fault(full) is None and full.open_keys(["ben", "ada"]) == keys


def test_with_no_good_copy_there_is_nothing_to_mend_from(full: Ring) -> None:
    full.close()
    bad(full.path)
    full.copy.unlink()
    with pytest.raises(NoWayToChoose, match="from a backup"):
        mending.mend(full)


@pytest.mark.parametrize(
    "spoil",
    ["UPDATE copy.keys SET wrapped = x'00'", "UPDATE copy.keks SET proof = x'00'", "DELETE FROM copy.facts"],
)
def test_a_copy_whose_keys_do_not_open_is_not_good(full: Ring, spoil: str) -> None:
    with full.writing() as connection:
        connection.execute(spoil)
    assert mending.mend(full) == full.copy
    assert first_fault(full) is None
    with full.writing() as connection:
        connection.execute(spoil)
    with pytest.raises(NoWayToChoose, match="is not good"):
        mending.mend(full, full.copy)


def test_without_its_key_files_no_copy_is_good(full: Ring) -> None:
    full.keys.destroy(1)
    with pytest.raises(NoWayToChoose):
        mending.mend(full)


def test_an_older_copy_is_written_anew_and_its_erased_stay_erased(full: Ring, tmp_path: Path) -> None:
    shutil.copy(full.copy, tmp_path / "older")
    full.destroy(["ben"], {full.mark_of("ben"): "2026-01-01"})
    full.forge("person", ["new"])
    full.close()
    shutil.copy(tmp_path / "older", full.copy)
    assert first_fault(full) is not None
    assert mending.mend(full) == full.copy
    assert full.names("person") == {"ada", "new"} and not differ(full)


def test_the_older_copy_can_be_chosen_and_still_brings_nobody_back(full: Ring, tmp_path: Path) -> None:
    shutil.copy(full.copy, tmp_path / "older")
    full.destroy(["ben"], {full.mark_of("ben"): "2026-01-01"})
    full.close()
    shutil.copy(tmp_path / "older", full.copy)
    assert mending.mend(full, full.copy) == full.path
    assert full.names("person") == {"ada"} and not differ(full)
    assert list(full.tombstones().values()) == ["2026-01-01"]


def test_of_two_that_changed_as_often_somebody_must_choose(full: Ring) -> None:
    with full.writing() as connection:
        connection.execute("DELETE FROM copy.keys WHERE subject = 'ben'")
    with pytest.raises(NoWayToChoose, match="say which to keep"):
        mending.mend(full)
    assert mending.mend(full, full.path) == full.copy
    assert not differ(full) and "ben" in full.names()


def test_a_file_whose_index_tells_another_story_is_not_good(full: Ring) -> None:
    full.close()
    before, name, after = full.copy.read_bytes().rpartition(b"ada")
    assert name
    full.copy.write_bytes(before + b"add" + after)
    assert mending.look_at(full.keys, full.copy).changes is None


def test_a_file_with_a_damaged_page_is_not_good(full: Ring) -> None:
    full.close()
    with full.copy.open("r+b") as raw:
        raw.seek(4096 * 2)
        raw.write(b"\x07" * 4096)
    assert mending.look_at(full.keys, full.copy).changes is None
    assert mending.look_at(full.keys, full.path).keys == 4


def test_one_file_tells_whose_ring_it_is_and_who_was_erased(full: Ring) -> None:
    full.destroy(["ben"], {full.mark_of("ben"): "2026-01-01"})
    marks, name = full.tombstones(), full.fact("name")
    full.close()
    full.keys.destroy(1)
    full.path.unlink()
    assert mending.told_by(full.path) is None
    told = mending.told_by(full.copy)
    assert told and told.is_whole and (told.name, told.tombstones) == (name, marks) and marks
    bad(full.copy)
    assert mending.told_by(full.copy) is None
