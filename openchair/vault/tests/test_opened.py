"""Opened keys are held for minutes, never after one was destroyed, and never too many."""

from time import monotonic
from uuid import UUID, uuid4

import pytest
import time_machine

from openchair.vault import opened
from openchair.vault.opened import KEPT_FOR, KEYS, OpenedKeys
from openchair.vault.ring import Ring

BEN, ADA = uuid4(), uuid4()


@pytest.fixture
def two(here: Ring) -> Ring:
    """The ring of this place, with two people."""
    for one in (BEN, ADA):
        opened.forge("person", one)
    return here


def asked(ring: Ring) -> list[str]:
    """The questions that this thread puts to the ring from now on."""
    heard: list[str] = []
    ring.connection().set_trace_callback(heard.append)
    return heard


def test_a_key_is_asked_for_once(two: Ring) -> None:
    keys = KEYS.of([BEN, ADA])
    heard = asked(two)
    assert KEYS.of([ADA, BEN]) == keys and keys.keys() == {BEN, ADA}
    assert [one for one in heard if "FROM keys" in one] == []
    assert KEYS.of([uuid4()]) == {}


def test_after_five_minutes_it_is_asked_for_again(two: Ring, monkeypatch: pytest.MonkeyPatch) -> None:
    KEYS.of([BEN])
    later = monotonic() + KEPT_FOR + 1
    monkeypatch.setattr(opened, "monotonic", lambda: later)
    heard = asked(two)
    assert KEYS.of([BEN]).keys() == {BEN}
    assert any("FROM keys" in one for one in heard)


@pytest.mark.django_db
@pytest.mark.requirement("S06")
def test_a_destroyed_key_opens_nothing_here_and_in_every_other_process(two: Ring) -> None:
    elsewhere = OpenedKeys()
    assert elsewhere.of([BEN, ADA]).keys() == KEYS.of([BEN, ADA]).keys() == {BEN, ADA}
    opened.destroy([BEN])
    assert elsewhere.of([BEN, ADA]).keys() == KEYS.of([BEN, ADA]).keys() == {ADA}


def test_the_oldest_go_when_there_are_too_many(two: Ring, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "MOST_KEPT", 1)
    KEYS.of([BEN])
    KEYS.of([ADA])
    assert list(KEYS._held) == [ADA]


def test_what_was_read_before_a_key_went_is_not_held(two: Ring) -> None:
    keys = OpenedKeys()
    keys.of([ADA])
    keys._hold({BEN: bytes(32)}, destroyed=-5)
    assert list(keys._held) == [ADA]


def test_equal_words_have_equal_keys_for_one_purpose(two: Ring) -> None:
    assert opened.blind("alias", "Oak") == opened.blind("alias", "Oak")
    others = {opened.blind("alias", "Oak"), opened.blind("alias", "oak"), opened.blind("handle", "Oak")}
    assert len(others) == 3 and all(len(one) == 32 for one in others)


def test_a_name_is_a_uuid(two: Ring) -> None:
    with time_machine.travel("2026-03-01"):
        assert isinstance(next(iter(KEYS.of([BEN]))), UUID)
