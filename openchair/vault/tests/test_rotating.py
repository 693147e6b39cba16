"""A new key above all keys: online, resumed wherever it was cut off, and the old one is destroyed in time."""

import shutil
import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest
import time_machine

from openchair.kit.clock import now
from openchair.vault import paper, rotating, verifying
from openchair.vault.keks import KeyMissing
from openchair.vault.ring import Ring
from openchair.vault.tests import killed

PEOPLE = [f"person-{number:02}" for number in range(25)]


@pytest.fixture
def full(ring: Ring, monkeypatch: pytest.MonkeyPatch) -> Ring:
    """A ring with the keys of 25 people, wrapped anew ten at a time."""
    monkeypatch.setattr(rotating, "BATCH", 10)
    ring.forge("person", PEOPLE)
    return ring


def is_whole(ring: Ring) -> bool:
    return list(verifying.faults(ring, papered=False)) == []


@pytest.mark.requirement("S70")
def test_every_key_is_the_same_under_a_new_one(full: Ring) -> None:
    before = full.open_keys(full.names())
    assert rotating.rotate(full) == len(before)
    assert full.open_keys(full.names()) == before
    assert full.epoch() == 2 and full.keys.epochs() == [1, 2]
    assert full.ask("SELECT DISTINCT epoch FROM keys") == [(2,)]
    assert is_whole(full)


@pytest.mark.requirement("S70")
def test_every_key_is_reached_in_a_copy_that_holds_them_in_another_order(full: Ring) -> None:
    before = full.open_keys(full.names())
    with full.writing() as connection:
        connection.execute("UPDATE copy.keys SET rowid = 1000 - rowid")
    assert rotating.rotate(full) == len(before)
    assert full.ask("SELECT DISTINCT epoch FROM copy.keys") == [(2,)]
    assert full.open_keys(full.names()) == before and is_whole(full)


@pytest.mark.requirement("S70")
def test_both_epochs_can_be_read_meanwhile(full: Ring) -> None:
    before = full.open_keys(PEOPLE)
    rotating.begin(full, 1)
    rotating._batch(full, 0)
    assert full.ask("SELECT DISTINCT epoch FROM keys ORDER BY 1") == [(1,), (2,)]
    assert full.open_keys(PEOPLE) == before
    full.forge("person", ["new"])
    assert full.ask("SELECT epoch FROM keys WHERE subject = 'new'") == [(2,)]
    assert rotating.is_unfinished(full)
    assert rotating.go_on(full) == len(PEOPLE) + 2 - 10
    assert not rotating.is_unfinished(full) and is_whole(full)


@pytest.mark.requirement("S70")
def test_killed_at_any_statement_it_goes_on_where_it_stopped(full: Ring) -> None:
    before, number = full.open_keys(PEOPLE), 0
    while True:
        number += 1 + number // 12  # every one at first, where epochs change; then, among the batches, fewer
        if not killed.at_statement(full, number, lambda: rotating.rotate(full)):
            break
        full.forget_keks()
        assert full.open_keys(PEOPLE) == before, number
        assert not verifying.differ(full), number
        rotating.go_on(full)
        assert not rotating.is_unfinished(full)
        assert full.ask("SELECT DISTINCT epoch FROM keys") == [(full.epoch(),)], number
        assert [
            one for one in verifying.faults(full, papered=False) if "belongs to no epoch" not in one.words
        ] == []
    assert number > 40
    assert full.open_keys(PEOPLE) == before and is_whole(full)


def test_two_that_begin_at_once_begin_one_epoch(full: Ring) -> None:
    rotating.begin(full, 1)
    rotating.begin(full, 1)
    assert full.epoch() == 2 and full.ask("SELECT COUNT(*) FROM keks") == [(2,)]


def test_nothing_is_retired_while_something_is_left(full: Ring) -> None:
    rotating.begin(full, 1)
    rotating._batch(full, 0)
    rotating._retire(full)
    assert rotating.is_unfinished(full)


@pytest.mark.requirement("S70")
def test_it_is_due_after_thirty_days_and_the_old_key_goes_a_week_later(full: Ring) -> None:
    assert not rotating.is_due(full)
    with time_machine.travel(now() + timedelta(days=30)):
        assert rotating.is_due(full)
        rotating.rotate(full)
        assert not rotating.is_due(full)
        assert rotating.destroy_retired(full) == []
    with time_machine.travel(now() + timedelta(days=36)):
        assert rotating.destroy_retired(full) == []
    with time_machine.travel(now() + timedelta(days=37)):
        assert rotating.destroy_retired(full) == [1]
        assert full.keys.epochs() == [2] and is_whole(full)


def test_a_key_that_something_is_wrapped_in_is_never_destroyed(full: Ring) -> None:
    rotating.rotate(full)
    with full.writing() as connection:
        connection.execute("UPDATE copy.keys SET epoch = 1 WHERE subject = 'person-01'")
    assert rotating.destroy_retired(full, date(2999, 1, 1)) == []
    assert full.keys.epochs() == [1, 2]


def test_killed_while_a_key_is_destroyed_it_is_destroyed_the_next_time(full: Ring) -> None:
    rotating.rotate(full)
    later = date(2999, 1, 1)
    for number in range(1, 8):
        killed.at_statement(full, number, lambda: rotating.destroy_retired(full, later))
    rotating.destroy_retired(full, later)
    assert full.keys.epochs() == [2] and full.ask("SELECT epoch FROM keks") == [(2,)] and is_whole(full)


@pytest.mark.requirement("S07")
def test_an_old_copy_of_the_ring_opens_nothing_once_its_key_is_destroyed(full: Ring, tmp_path: Path) -> None:
    old = Ring(tmp_path / "old", tmp_path / "old-copy", full.keys)
    shutil.copy(full.path, old.path)
    shutil.copy(full.path, old.copy)
    assert old.open_keys(PEOPLE) == full.open_keys(PEOPLE)
    rotating.rotate(full)
    rotating.destroy_retired(full, date(2999, 1, 1))
    again = Ring(old.path, old.copy, full.keys)
    with pytest.raises(KeyMissing):
        again.open_keys(PEOPLE)
    assert len(full.open_keys(PEOPLE)) == len(PEOPLE)


@pytest.mark.requirement("S07")
def test_nothing_of_the_old_wrapping_stays_in_the_files(full: Ring) -> None:
    old = [wrapped for (wrapped,) in full.ask("SELECT wrapped FROM keys")]
    rotating.rotate(full)
    held = full.path.read_bytes() + full.copy.read_bytes()
    assert [wrapped for wrapped in old if wrapped in held] == []


def test_a_new_key_lies_in_an_envelope_for_the_paper_that_is_there(full: Ring) -> None:
    words = paper.new_words()
    paper.keep(full, paper.public_of(words))
    rotating.rotate(full)
    full.keys.destroy(2)
    full.keys.destroy(1)
    assert paper.bring_back(full, words) == [1, 2]
    assert is_whole(full) and list(verifying.faults(full)) == []


def test_a_damaged_key_stops_it_and_what_was_done_stays_good(full: Ring) -> None:
    with full.writing() as connection:
        connection.execute("UPDATE keys SET wrapped = x'00' WHERE subject = 'person-20'")
    with pytest.raises(RuntimeError, match="damaged"):
        rotating.rotate(full)
    assert len(full.open_keys(PEOPLE[:20])) == 20
    assert isinstance(full.connection(), sqlite3.Connection)
