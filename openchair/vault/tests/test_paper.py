"""The paper key: twenty-four words that bring lost key files back, and no others do."""

import stat

import pytest

from openchair.vault import paper
from openchair.vault.keks import KeyMissing
from openchair.vault.paper import WrongWords
from openchair.vault.ring import Ring


def test_twenty_four_words_of_a_known_list() -> None:
    words = paper.new_words()
    assert len(words.split()) == paper.HOW_MANY and words != paper.new_words()
    assert paper.public_of(f"  {words.upper()}\n") == paper.public_of(words)


@pytest.mark.parametrize("words", ["", "abandon " * 24, "lamp lamp lamp", "x " * 24, "é" * 300])
def test_other_words_are_no_paper(words: str) -> None:
    with pytest.raises(WrongWords, match="not the twenty-four words"):
        paper.public_of(words)


def test_the_paper_brings_back_a_lost_key_file_and_only_that(ring: Ring) -> None:
    words, key = paper.new_words(), ring.keys.read(1)
    assert paper.kept(ring) is None
    paper.keep(ring, paper.public_of(words))
    assert paper.bring_back(ring, words) == []
    ring.keys.destroy(1)
    assert paper.bring_back(ring, words) == [1]
    assert ring.keys.read(1) == key and ring.open_keys(["tombs"])


@pytest.mark.parametrize("held", [b"", b"AAAA", b"A" * 43], ids=["empty", "cut off", "another key"])
def test_the_paper_writes_a_key_file_anew_that_opens_nothing_and_keeps_it_beside(
    ring: Ring, held: bytes
) -> None:
    words, key, path = paper.new_words(), ring.keys.read(1), ring.keys.path(1)
    paper.keep(ring, paper.public_of(words))
    path.chmod(0o644)
    path.write_bytes(held)
    assert paper.bring_back(ring, words) == [1]
    assert ring.keys.read(1) == key and ring.open_keys(["tombs"])
    aside = path.with_suffix(".damaged")
    assert aside.read_bytes() == held and stat.S_IMODE(aside.stat().st_mode) == 0o400
    assert paper.bring_back(ring, words) == []


def test_nothing_of_the_words_stays_in_the_ring(ring: Ring) -> None:
    words = paper.new_words()
    paper.keep(ring, paper.public_of(words))
    held = ring.path.read_bytes() + ring.copy.read_bytes()
    private = paper._private(words).private_bytes_raw()
    assert private not in held and private.hex().encode() not in held and words.encode() not in held
    assert ring.keys.read(1) not in held
    assert paper.public_of(words).hex().encode() in held


def test_a_new_paper_takes_the_place_of_the_old(ring: Ring) -> None:
    old, new = paper.new_words(), paper.new_words()
    for words in (old, new):
        paper.keep(ring, paper.public_of(words))
    ring.keys.destroy(1)
    with pytest.raises(WrongWords, match="another paper"):
        paper.bring_back(ring, old)
    assert paper.bring_back(ring, new) == [1]


def test_an_envelope_of_another_epoch_or_none_does_not_open(ring: Ring) -> None:
    words = paper.new_words()
    paper.keep(ring, paper.public_of(words))
    other = paper.envelope(ring, paper.public_of(words), 2, bytes(32))
    ring.keys.destroy(1)
    for held in (other, None, b"short"):
        with ring.writing() as connection:
            connection.execute("UPDATE keks SET envelope = ?", [held])
        with pytest.raises(KeyMissing, match="no envelope of epoch 1"):
            paper.bring_back(ring, words)


def test_a_paper_for_a_lost_key_file_is_refused_whole(ring: Ring) -> None:
    ring.keys.destroy(1)
    ring.forget_keks()
    with pytest.raises(KeyMissing):
        paper.keep(ring, paper.public_of(paper.new_words()))
    assert paper.kept(ring) is None
