"""The ring: keys in two copies at once, and gone from both when destroyed."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from openchair.vault import ring_file
from openchair.vault.keks import KeyFolder, KeyMissing
from openchair.vault.ring import MOST_AT_ONCE, Destroyed, Ring
from openchair.vault.ring_file import RingUnreadable, copied, wipe
from openchair.vault.verifying import differ


def rows_of(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as file:
        return file.execute("SELECT * FROM keys ORDER BY 1").fetchall()


def bytes_of(ring: Ring) -> bytes:
    """All that lies in the folders of the ring: both files, and journals if there are any."""
    return b"".join(path.read_bytes() for path in ring.path.parent.rglob("*") if path.is_file())


def test_a_ring_is_made_once(ring: Ring) -> None:
    before = rows_of(ring.path), ring.fact("name")
    ring.begin()
    assert (rows_of(ring.path), ring.fact("name")) == before
    assert ring.epoch() == 1


def test_twenty_that_begin_at_once_make_one_ring(tmp_path: Path) -> None:
    made = [Ring(tmp_path / "a", tmp_path / "b", KeyFolder(tmp_path / "keys")) for _ in range(20)]
    threads = [threading.Thread(target=one.begin) for one in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len({one.fact("name") for one in made}) == 1
    assert not differ(made[0])


def test_who_comes_second_to_make_it_finds_it_made(ring: Ring) -> None:
    before = bytes_of(ring)
    with closing(ring_file.connect(ring.path, ring.copy)) as second:
        ring._first_epoch(second)

    assert bytes_of(ring) == before and ring.epoch() == 1


@pytest.mark.requirement("S71")
def test_a_key_reaches_both_copies(ring: Ring) -> None:
    ring.forge("person", ["ben", "ada"])
    assert rows_of(ring.path) == rows_of(ring.copy)
    assert ring.names("person") == {"ben", "ada"}
    assert ring.names() == {"ben", "ada", "index", "tombs"}


@pytest.mark.requirement("S71")
def test_where_one_copy_cannot_be_written_neither_is(ring: Ring) -> None:
    before = rows_of(ring.path)
    with closing(sqlite3.connect(ring.copy)) as file:
        file.execute(
            "CREATE TRIGGER full BEFORE INSERT ON keys BEGIN SELECT RAISE(ABORT, 'disk is full'); END"
        )
        file.commit()
    with pytest.raises(RingUnreadable, match="disk is full"):
        ring.forge("person", ["ben"])
    assert rows_of(ring.path) == rows_of(ring.copy) == before


def test_a_key_is_forged_once_and_opens_the_same(ring: Ring) -> None:
    ring.forge("person", ["ben"])
    key = ring.open_keys(["ben"])
    ring.forge("person", ["ben"])
    assert ring.open_keys(["ben", "nobody"]) == key
    assert len(key["ben"]) == 32


def test_more_names_than_one_question_holds(ring: Ring) -> None:
    names = [f"person-{number}" for number in range(MOST_AT_ONCE + 1)]
    ring.forge("person", names)
    assert ring.open_keys(names).keys() == set(names)


@pytest.mark.requirement("S08")
def test_a_destroyed_key_is_in_no_file_and_no_journal(ring: Ring) -> None:
    ring.forge("person", [f"person-{number}" for number in range(300)])
    key = ring.open_keys(["person-7"])["person-7"]
    ((wrapped,),) = ring.ask("SELECT wrapped FROM keys WHERE subject = 'person-7'")
    assert bytes_of(ring).count(wrapped) == 2
    ring.destroy(["person-7"], {ring.mark_of("person-7"): "2026-01-01"})
    assert wrapped not in bytes_of(ring) and key not in bytes_of(ring)
    assert b"person-7\x00" not in bytes_of(ring) and ring.open_keys(["person-7", "person-8"]).keys() == {
        "person-8"
    }


def test_nobody_comes_back_under_a_destroyed_name(ring: Ring) -> None:
    ring.forge("person", ["ben"])
    ring.destroy(["ben"], {ring.mark_of("ben"): "2026-01-01"})
    with pytest.raises(Destroyed):
        ring.forge("person", ["ada", "ben"])
    assert ring.names("person") == set()
    assert list(ring.tombstones().values()) == ["2026-01-01"]


def test_another_process_sees_that_something_was_destroyed(ring: Ring) -> None:
    other = Ring(ring.path, ring.copy, ring.keys)
    ring.forge("person", ["ben"])
    before = other.destroyed()
    assert other.destroyed() == before
    ring.destroy(["ben"])
    assert other.destroyed() == ring.destroyed() == before + 1


def test_a_moved_key_does_not_open(ring: Ring) -> None:
    ring.forge("person", ["ben", "ada"])
    with ring.writing() as connection:
        connection.execute("UPDATE keys SET wrapped = (SELECT wrapped FROM keys WHERE subject = 'ada')")
    with pytest.raises(RingUnreadable, match="does not open"):
        ring.open_keys(["ben"])


def test_without_its_own_key_file_nothing_opens(ring: Ring) -> None:
    ring.forge("person", ["ben"])
    ring.forget_keks()
    ring.keys.destroy(1)
    with pytest.raises(KeyMissing):
        ring.open_keys(["ben"])
    ring.keys.make(1)
    with pytest.raises(KeyMissing, match="not the key of this ring"):
        ring.open_keys(["ben"])


@pytest.mark.parametrize("name", ["path", "copy"])
def test_a_missing_or_foreign_file_is_named(ring: Ring, name: str) -> None:
    ring.close()
    path: Path = getattr(ring, name)
    path.write_bytes(b"no ring at all" * 400)
    with pytest.raises(RingUnreadable, match="cannot be opened"):
        ring.names()
    path.unlink()
    with pytest.raises(RingUnreadable, match=f"{path} is missing"):
        ring.names()


def test_an_unfinished_ring_says_so(tmp_path: Path) -> None:
    ring = Ring(tmp_path / "a", tmp_path / "b", KeyFolder(tmp_path / "keys"))
    for path in (ring.path, ring.copy):
        path.touch()
    with pytest.raises(RingUnreadable, match="not finished"):
        ring.epoch()
    with pytest.raises(RingUnreadable, match="lost its key"):
        ring.mark_of("ben")
    with pytest.raises(RingUnreadable, match="no such table"):
        ring.ask("SELECT * FROM songs")


def test_a_ring_is_copied_whole_and_wiped_whole(ring: Ring, tmp_path: Path) -> None:
    ring.forge("person", ["ben"])
    target = tmp_path / "elsewhere" / "ring.sqlite3"
    copied(ring.path, target)
    assert rows_of(target) == rows_of(ring.path)
    (tmp_path / "another-name").hardlink_to(target)
    wipe(target)
    assert not target.exists() and set((tmp_path / "another-name").read_bytes()) == {0}
    ring.path.write_bytes(b"no ring at all" * 400)
    with pytest.raises(RingUnreadable, match="cannot be copied"):
        copied(ring.path, target)
