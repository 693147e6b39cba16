"""Sets: what they say of themselves, how long a ring's are kept, and that lists only grow."""

import json
import os
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.db import connection

from openchair.kit.clock import now
from openchair.project.backing_up import data_set, ring_set, sets
from openchair.project.backing_up.sets import Spoilt
from openchair.vault import opened
from openchair.vault.keks import KeyFolder
from openchair.vault.ring import Ring
from tests import recipes
from tests.cast import the_cast


@pytest.fixture
def ring(tmp_path: Path) -> Iterator[Ring]:
    """A ring that was just made."""
    made = Ring(tmp_path / "ring", tmp_path / "copy", KeyFolder(tmp_path / "keys"))
    made.begin()
    yield made
    made.close()


def test_three_generations_of_a_ring_at_most_and_none_old(ring: Ring, tmp_path: Path) -> None:
    folder, start = tmp_path / "sets", now()
    for day in (0, 10, 20, 29):
        with time_machine.travel(start + timedelta(days=day), tick=False):
            made, keys = ring_set.make(folder, ring)
            assert keys == 2
            (tmp_path / f"name-{day}").hardlink_to(made / ring_set.FILE)
            ring_set.let_go(folder, now())
    days = [sets.read(one).made for one in sets.finished(folder)]
    assert len(days) == 3 and min(days) > start + timedelta(days=9)
    assert set((tmp_path / "name-0").read_bytes()) == {0}
    assert ring_set.let_go(folder, start + timedelta(days=45)) == 1
    assert ring_set.let_go(folder, start + timedelta(days=99)) == 2
    assert sets.finished(folder) == []


def test_what_a_power_cut_left_is_not_in_the_way_of_the_next_backup_and_goes(
    ring: Ring, tmp_path: Path
) -> None:
    folder = tmp_path / "sets"
    for name in (f".new-{os.getpid()}", ".new-1"):
        (folder / name).mkdir(parents=True)
        (folder / name / ring_set.FILE).write_bytes(b"half a ring")
    (tmp_path / "another-name").hardlink_to(folder / ".new-1" / ring_set.FILE)
    made, _keys = ring_set.make(folder, ring)
    assert {path.name for path in folder.iterdir()} == {made.name, sets.LOCK}
    assert set((tmp_path / "another-name").read_bytes()) == {0}


def test_of_two_backups_at_once_neither_takes_away_what_the_other_writes(tmp_path: Path) -> None:
    folder = tmp_path / "sets"
    with ThreadPoolExecutor() as others, sets.begun(folder) as draft:
        (draft / "words").write_text("written slowly")
        waiting = others.submit(_begin, folder)
        time.sleep(0.3)
        ring_set.let_go(folder, now())
        assert not waiting.done() and (draft / "words").exists()
    assert waiting.result() and not list(folder.glob(".new-*"))


@pytest.mark.requirement("S82")
def test_a_ring_that_does_not_open_is_no_backup(ring: Ring, tmp_path: Path) -> None:
    with ring.writing() as connection_:
        connection_.execute("UPDATE keys SET wrapped = x'00'")
    with pytest.raises(Spoilt, match="ring verify"):
        ring_set.make(tmp_path / "sets", ring)
    assert sets.finished(tmp_path / "sets") == []


@pytest.mark.parametrize("change", [{"format": 99}, {"at": "yesterday"}, {"more": 1}])
def test_a_manifest_that_cannot_be_understood_is_refused(
    ring: Ring, tmp_path: Path, change: dict[str, object]
) -> None:
    made, _keys = ring_set.make(tmp_path / "sets", ring)
    path = made / sets.MANIFEST
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    with pytest.raises(Spoilt):
        sets.read(made)


def test_the_list_of_a_folder_only_grows(tmp_path: Path) -> None:
    assert sets.tombstones(tmp_path) == {}
    sets.write_tombstones(tmp_path, {b"ben": "2026-01-01"})
    sets.write_tombstones(tmp_path, {b"ada": "2026-01-02"})
    assert sets.tombstones(tmp_path) == {b"ada": "2026-01-02", b"ben": "2026-01-01"}
    (tmp_path / sets.TOMBSTONES).write_text("nonsense")
    with pytest.raises(Spoilt):
        sets.write_tombstones(tmp_path, {})


@pytest.mark.django_db(transaction=True)
def test_the_data_of_either_database_is_counted_and_opened(tmp_path: Path) -> None:
    cast = the_cast()
    recipes.ask(cast.harbour, cast.dana, note="May I listen?")
    made, looked = data_set.make(tmp_path / "sets", opened.ring())
    manifest = sets.read(made)
    assert manifest.counts["people_person"] == 5 and manifest.ring == opened.ring().fact("name")
    assert looked.rows > 12 and looked.erased == 0
    assert set(manifest.files) == {sets.TOMBSTONES, "openchair.sqlite3" if is_a_file() else "openchair.dump"}


@pytest.mark.requirement("S82")
@pytest.mark.django_db(transaction=True)
def test_rows_that_do_not_open_make_no_backup(tmp_path: Path) -> None:
    cast = the_cast()
    opened.destroy([cast.eli.pk])
    assert data_set.make(tmp_path / "one", opened.ring())[1].erased == 2
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_person SET handle = %s", [b"\x01\x01" + bytes(80)])
    with pytest.raises(Spoilt, match="people_person does not open"):
        data_set.make(tmp_path / "two", opened.ring())
    opened.ring().destroy([str(cast.ben.pk)])
    with pytest.raises(Spoilt, match=r"has no key|does not open"):
        data_set.make(tmp_path / "three", opened.ring())
    assert [path.name for path in tmp_path.glob("t*/*") if path.name != sets.LOCK] == []


def _begin(folder: Path) -> bool:
    with sets.begun(folder) as draft:
        return draft.is_dir()


def is_a_file() -> bool:
    return connection.vendor == "sqlite"
