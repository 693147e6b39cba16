"""One sealed value: it opens with its own keys, at its own place, and nowhere else."""

import secrets
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openchair.vault import boxes
from openchair.vault.boxes import BrokenSeal, Spot, column_label

AUTHOR, CONTAINER = secrets.token_bytes(32), secrets.token_bytes(32)
SPOT = Spot(column_label("story", "words"), uuid4(), uuid4(), uuid4())
OTHERS = {
    "column": column_label("story", "title"),
    "row": uuid4(),
    "author": uuid4(),
    "container": None,
}


def sealed(words: str = "Once it was lit.", longest: int | None = None) -> bytes:
    return boxes.seal(words, spot=SPOT, author=AUTHOR, container=CONTAINER, longest=longest)


def unsealed(box: bytes, spot: Spot = SPOT, author: bytes = AUTHOR, container: bytes = CONTAINER) -> str:
    return boxes.unseal(box, spot=spot, author=author, container=container)


@given(words=st.text(max_size=700))
def test_words_come_back_as_they_were(words: str) -> None:
    assert unsealed(sealed(words)) == words


@pytest.mark.parametrize("part", OTHERS)
def test_at_another_place_it_stays_shut(part: str) -> None:
    box = sealed()
    assert unsealed(box)
    with pytest.raises(BrokenSeal):
        unsealed(box, SPOT._replace(**{part: OTHERS[part]}))  # type: ignore[arg-type]


def test_it_needs_the_key_of_the_author_and_that_of_the_container() -> None:
    box = sealed()
    assert unsealed(box)
    for keys in ((secrets.token_bytes(32), CONTAINER), (AUTHOR, boxes.NOBODY)):
        with pytest.raises(BrokenSeal):
            unsealed(box, SPOT, *keys)


@pytest.mark.parametrize("at", [0, 1, 2, 13, 14, -1])
def test_one_bit_changed_anywhere_is_seen(at: int) -> None:
    box = bytearray(sealed())
    box[at] ^= 1
    with pytest.raises(BrokenSeal):
        unsealed(bytes(box))


@pytest.mark.parametrize("box", [b"", b"\x01\x01", b"\x01\x01short"])
def test_what_is_no_box_stays_shut(box: bytes) -> None:
    with pytest.raises(BrokenSeal):
        unsealed(box)


def test_lengths_tell_little() -> None:
    assert len({len(sealed("x" * letters, longest=40)) for letters in range(41)}) == 1
    assert len({len(sealed("x" * letters)) for letters in range(252)}) == 1
    assert len(sealed("x" * 253)) == len(sealed("x" * 500)) > len(sealed("x"))


def test_the_same_words_never_look_the_same() -> None:
    assert sealed() != sealed()
