"""The ring is made once, with the place; a start with a wrong one is refused in one plain line."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from openchair.people.models import Person
from openchair.project.ringing import beginning
from openchair.project.setup.places import Stop
from openchair.vault import opened
from openchair.vault.models import Tombstone
from openchair.vault.ring import Ring
from openchair.vault.verifying import first_fault
from tests import recipes

pytestmark = pytest.mark.django_db


@pytest.fixture
def lived_in(ring: Ring) -> Ring:
    """A place with two people and their group."""
    beginning.prepare()
    recipes.member(recipes.group(recipes.person("amara")), recipes.person("ben"))
    return ring


def again() -> None:
    """A start of another process."""
    opened.ring().close()
    opened.ring().forget_keks()
    beginning.prepare()


def put_back(ring: Ring, older: Path) -> None:
    ring.close()
    for path in (ring.path, ring.copy):
        shutil.copy(older, path)


def test_a_new_place_gets_its_ring_once(ring: Ring) -> None:
    beginning.prepare()
    name = ring.fact("name")
    again()
    assert ring.fact("name") == name and first_fault(ring) is None


def test_a_ring_that_was_half_made_is_finished(ring: Ring) -> None:
    for path in (ring.path, ring.copy):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    beginning.prepare()
    assert first_fault(ring) is None


def other_key(ring: Ring) -> None:
    ring.keys.destroy(1)
    ring.keys.make(1)


def drop(ring: Ring) -> None:
    with ring.writing() as connection:
        connection.execute("DELETE FROM copy.keys WHERE kind = 'person'")


HARMS: dict[str, tuple[Callable[[Ring], object], str]] = {
    "no ring": (lambda ring: shutil.rmtree(ring.path.parent), "no other is made"),
    "no copy": (lambda ring: ring.copy.unlink(), "ring repair"),
    "a damaged file": (lambda ring: ring.path.write_bytes(b"no ring" * 900), "ring repair"),
    "two that differ": (drop, "ring repair"),
    "no key file": (lambda ring: ring.keys.destroy(1), "ring keys"),
    "another key file": (other_key, "ring keys"),
}


@pytest.mark.requirement("S71")
@pytest.mark.parametrize("what", HARMS)
def test_a_wrong_ring_is_refused_with_the_way_out_and_none_is_made(lived_in: Ring, what: str) -> None:
    harm, way = HARMS[what]
    lived_in.close()
    harm(lived_in)
    with pytest.raises(Stop, match=way) as said:
        again()
    assert "\n" not in str(said.value)
    assert first_fault(lived_in) is not None


def test_a_ring_that_is_older_than_the_data_is_refused(lived_in: Ring, tmp_path: Path) -> None:
    shutil.copy(lived_in.path, tmp_path / "older")
    recipes.person("chidi")
    again()
    put_back(lived_in, tmp_path / "older")
    with pytest.raises(Stop, match="older than the data: it has no key of 1 person"):
        again()


def test_data_that_is_older_than_the_ring_loses_who_was_erased_before_it_is_served(lived_in: Ring) -> None:
    ben = Person.objects.by_handle("ben").get()
    lived_in.destroy([str(ben.pk)], {lived_in.mark_of(str(ben.pk)): "2026-01-01"})
    opened.KEYS.forget()
    again()
    assert [one.handle for one in Person.objects.all()] == ["amara"]
    assert Tombstone.objects.count() == 1


def test_an_older_ring_learns_from_the_data_who_was_erased(lived_in: Ring, tmp_path: Path) -> None:
    shutil.copy(lived_in.path, tmp_path / "older")
    ben = Person.objects.by_handle("ben").get().pk
    opened.destroy([ben])
    Person.objects.filter(pk=ben).delete()
    put_back(lived_in, tmp_path / "older")
    assert str(ben) in lived_in.names()
    again()
    assert str(ben) not in lived_in.names()


def test_a_folder_that_cannot_be_written_is_named(ring: Ring) -> None:
    ring.path.parent.parent.joinpath("ring").write_text("a file where the folder should be")
    with pytest.raises(Stop, match="cannot be kept"):
        beginning.prepare()


def test_rows_are_counted_in_words() -> None:
    assert beginning.counted({"person": 1}) == "1 person"
    assert beginning.counted({"person": 2, "group": 1, "case": 3}) == "2 people, 1 group and 3 reports"
