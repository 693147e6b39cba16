"""Whatever is wrong with a ring is said, plainly, and each fault by its kind."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta

import pytest
import time_machine

from openchair.kit.clock import now
from openchair.vault import paper, rotating, verifying
from openchair.vault.ring import Ring
from openchair.vault.tests import killed
from openchair.vault.verifying import Kind

Harm = Callable[[Ring], object]


@pytest.fixture
def full(ring: Ring) -> Ring:
    """A whole ring with a paper."""
    ring.forge("person", ["ben", "ada"])
    paper.keep(ring, paper.public_of(paper.new_words()))
    assert list(verifying.faults(ring)) == []
    assert verifying.first_fault(ring) is None
    return ring


def written(ring: Ring, statement: str) -> None:
    with ring.writing() as connection:
        connection.execute(statement)


def no_file(ring: Ring) -> None:
    ring.path.unlink()
    ring.copy.unlink()


def other_key(ring: Ring) -> None:
    ring.keys.destroy(1)
    ring.keys.make(1)


def spoilt(ring: Ring) -> None:
    """Zeros where a table's root page is."""
    with closing(sqlite3.connect(ring.path)) as file:
        size = file.execute("PRAGMA page_size").fetchone()[0]
        root = file.execute("SELECT rootpage FROM sqlite_master WHERE name = 'keks'").fetchone()[0]
    with ring.path.open("r+b") as raw:
        raw.seek(size * (root - 1))
        raw.write(b"\x07" * size)


GRAVE: dict[str, tuple[Kind, Harm, str]] = {
    "both files": (Kind.MISSING, no_file, "neither"),
    "the file": (Kind.ONE_MISSING, lambda ring: ring.path.unlink(), "copies of the ring is missing"),
    "the copy": (Kind.ONE_MISSING, lambda ring: ring.copy.unlink(), "copies of the ring is missing"),
    "bytes": (Kind.DAMAGED, lambda ring: ring.path.write_bytes(b"no ring" * 900), "is damaged"),
    "an empty copy": (Kind.DAMAGED, lambda ring: ring.copy.write_bytes(b""), "is damaged"),
    "a page": (Kind.DAMAGED, spoilt, "is damaged"),
    "a row": (
        Kind.DIFFERENT,
        lambda ring: written(ring, "DELETE FROM copy.keys WHERE subject = 'ben'"),
        "differ",
    ),
    "a fact": (Kind.DIFFERENT, lambda ring: written(ring, "UPDATE main.facts SET value = 'x'"), "differ"),
    "the key file": (Kind.KEY, lambda ring: ring.keys.destroy(1), "cannot be read"),
    "another key file": (Kind.KEY, other_key, "is not the key"),
}


@pytest.mark.requirement("S71")
@pytest.mark.parametrize("what", GRAVE)
def test_a_grave_fault_is_the_first_that_is_said(full: Ring, what: str) -> None:
    kind, harm, words = GRAVE[what]
    full.close()
    harm(full)
    full.close()
    fault = verifying.first_fault(full)
    assert fault is not None and fault.kind is kind and words in str(fault)
    assert fault in list(verifying.faults(full))


LESSER: dict[str, tuple[Harm, str]] = {
    "a key": (
        lambda ring: written(ring, "UPDATE copy.keys SET wrapped = x'00' WHERE subject = 'ben'"),
        "ring.sqlite3 do not open: 1",
    ),
    "a stray key file": (lambda ring: ring.keys.make(9), "kek-0009 belongs to no epoch"),
    "no paper": (
        lambda ring: written(ring, "DELETE FROM main.facts WHERE name = 'paper'"),
        "There is no paper key",
    ),
    "no envelope": (
        lambda ring: written(ring, "UPDATE main.keks SET envelope = NULL"),
        "does not open epoch 1",
    ),
}


@pytest.mark.parametrize("what", LESSER)
def test_what_does_not_stop_a_start_is_said_all_the_same(full: Ring, what: str) -> None:
    harm, words = LESSER[what]
    harm(full)
    assert any(words in fault.words for fault in verifying.faults(full))


def test_a_place_that_needs_no_paper_is_not_told_of_it(ring: Ring) -> None:
    assert list(verifying.faults(ring, papered=False)) == []
    assert [fault.kind for fault in verifying.faults(ring)] == [Kind.LESSER]


def test_a_key_that_is_late_to_change_or_to_go_is_said(full: Ring) -> None:
    with time_machine.travel(now() + timedelta(days=38)):
        assert "last given a new key" in str(next(verifying.faults(full)))
    rotating.rotate(full)
    with time_machine.travel(now() + timedelta(days=9)):
        assert "still there" in str(next(verifying.faults(full)))


def test_a_write_that_was_cut_off_is_no_damage(full: Ring) -> None:
    names = [f"person-{number}" for number in range(400)]
    for number in range(1, 60, 7):
        killed.at_statement(full, number, lambda: full.forge("person", names))
        assert verifying.first_fault(full) is None
    assert verifying.is_begun(full)


def test_a_ring_that_was_never_finished_has_not_begun(ring: Ring) -> None:
    assert verifying.is_begun(ring)
    ring.close()
    ring.path.write_bytes(b"")
    assert verifying.is_begun(ring)
    shutil.rmtree(ring.path.parent)
    assert not verifying.is_begun(ring)
