"""Sealed words come back whole, or not at all."""

import hmac
import os

import pytest
from django.conf import settings
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from openchair.kit.sealing import NONCE_BYTES, TAG_BYTES, Tampered, derived_key, open_sealed, seal

KEY = derived_key("a test")
PLACE = "report/one/words"
WORDS = "I walked past the door twice. 🌊 ثم دخلت"
UNPAIRED = st.characters(exclude_categories=["Cs"])


@given(words=st.text(UNPAIRED), place=st.text(UNPAIRED))
def test_words_come_back_as_they_were(words: str, place: str) -> None:
    assert open_sealed(seal(words, key=KEY, place=place), key=KEY, place=place) == words


def test_sealed_words_show_nothing_of_themselves() -> None:
    sealed = seal(WORDS, key=KEY, place=PLACE)

    assert len(sealed) == NONCE_BYTES + len(WORDS.encode()) + TAG_BYTES
    assert b"walked" not in sealed


def test_the_same_words_sealed_twice_look_different() -> None:
    sealed = {seal(WORDS, key=KEY, place=PLACE) for _time in range(200)}

    assert len(sealed) == 200
    assert len({one[:NONCE_BYTES] for one in sealed}) == 200


def test_one_changed_bit_anywhere_breaks_the_seal() -> None:
    sealed = seal("Home.", key=KEY, place=PLACE)
    assert open_sealed(sealed, key=KEY, place=PLACE) == "Home."

    for number in range(len(sealed) * 8):
        changed = bytearray(sealed)
        changed[number // 8] ^= 1 << number % 8
        with pytest.raises(Tampered):
            open_sealed(bytes(changed), key=KEY, place=PLACE)


def test_words_put_into_another_place_do_not_open() -> None:
    sealed = seal(WORDS, key=KEY, place=PLACE)
    assert open_sealed(sealed, key=KEY, place=PLACE) == WORDS

    with pytest.raises(Tampered):
        open_sealed(sealed, key=KEY, place="report/two/words")


def test_another_key_opens_nothing() -> None:
    sealed = seal(WORDS, key=KEY, place=PLACE)

    with pytest.raises(Tampered):
        open_sealed(sealed, key=derived_key("another test"), place=PLACE)


@pytest.mark.parametrize("length", [0, 1, NONCE_BYTES, NONCE_BYTES + TAG_BYTES - 1, 64])
def test_bytes_that_never_were_sealed_words_are_refused(length: int) -> None:
    with pytest.raises(Tampered):
        open_sealed(os.urandom(length), key=KEY, place=PLACE)


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_key_of_another_length_is_our_mistake(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes") as mistake:
        seal(WORDS, key=bytes(length), place=PLACE)

    assert not isinstance(mistake.value, Tampered)


def test_a_purpose_has_one_key_in_one_place() -> None:
    assert derived_key("a test") == KEY
    assert len(KEY) == 32
    with override_settings(SECRET_KEY="the secret of another place, just as long as ours"):
        assert derived_key("a test") != KEY


def test_a_derived_key_is_what_the_standard_says() -> None:
    """RFC 5869 written out with `hmac` alone: no salt means a salt of zeros, and one block is enough."""
    secret, info = settings.SECRET_KEY.encode(), b"openchair a test"
    extracted = hmac.digest(bytes(32), secret, "sha256")

    assert derived_key("a test") == hmac.digest(extracted, info + b"\x01", "sha256")
