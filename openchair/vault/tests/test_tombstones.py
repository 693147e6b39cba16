"""Who was erased is remembered by data and ring, and each teaches the other."""

import shutil
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import IntegrityError

from openchair.vault import opened, subjects, tombstones
from openchair.vault.models import Tombstone, Verification
from openchair.vault.ring import Destroyed, Ring

pytestmark = pytest.mark.django_db


def somebody() -> UUID:
    """A new person of this place."""
    row = apps.get_model("people", "Person").objects.create(handle=f"ben-{uuid4()}", passphrase="!")
    found: UUID = row.pk
    return found


@pytest.mark.requirement("S42")
def test_whoever_is_erased_is_remembered_twice(here: Ring) -> None:
    ben = somebody()
    opened.destroy([ben])
    assert tombstones.in_the_data() == here.tombstones()
    assert list(tombstones.in_the_data()) == [here.mark_of(str(ben))]
    assert tombstones.erased(here, [str(ben), "ada"]) == {str(ben)}
    assert str(Tombstone.objects.get()) == "tombstone"


@pytest.mark.requirement("S42")
def test_an_older_ring_learns_from_the_data(here: Ring, tmp_path: Path) -> None:
    ben, ada = somebody(), somebody()
    shutil.copy(here.path, tmp_path / "older")
    opened.destroy([ben])
    here.close()
    for path in (here.path, here.copy):
        shutil.copy(tmp_path / "older", path)
    assert here.names("person") == {str(ben), str(ada)}
    assert tombstones.reconcile(here) == 1
    assert here.names("person") == {str(ada)}
    with pytest.raises(Destroyed):
        here.forge("person", [str(ben)])
    assert tombstones.reconcile(here) == 0


@pytest.mark.requirement("S42")
def test_older_data_learns_from_the_ring_and_from_a_list(here: Ring) -> None:
    ben, ada = somebody(), somebody()
    opened.destroy([ben])
    Tombstone.objects.all().delete()
    assert tombstones.reconcile(here, {here.mark_of(str(ada)): "2026-01-01"}) == 1
    assert tombstones.in_the_data() == here.tombstones()
    assert len(here.tombstones()) == 2 and here.names("person") == set()


def test_rows_without_a_key_are_told_apart(here: Ring) -> None:
    ben, ada, eli = somebody(), somebody(), somebody()
    opened.destroy([ben])
    here.destroy([str(ada)])
    gone, missing = subjects.without_key(here)
    assert gone == {"person": {str(ben)}} and missing == {"person": {str(ada)}}
    assert subjects.all_rows() == {str(one) for one in (ben, ada, eli)}
    assert {"person", "group", "case"} <= subjects.keyed_models().keys()


def test_a_place_is_lived_in_as_soon_as_somebody_is_there(here: Ring) -> None:
    assert not subjects.is_lived_in()
    somebody()
    assert subjects.is_lived_in()


def test_there_is_one_verification() -> None:
    assert str(Verification.objects.create()) == "verification"
    with pytest.raises(IntegrityError):
        Verification.objects.create(pk=2)
