"""Acts on a path: each adds, none writes over; undo, and what the disk tells."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction

from openchair.kit.clock import now
from openchair.paths import noting
from openchair.paths.about import About
from openchair.paths.ledger import Noted
from openchair.paths.models import Entry, Path, TakenBack
from openchair.paths.noting import When
from openchair.paths.picture import picture_of, pictures_of
from openchair.paths.tests.scene import a_path, a_path_with_a_setback, shown, today
from openchair.people.models import Person, Place
from tests import recipes
from tests.cast import ready_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def ben() -> Person:
    ready_place()
    return recipes.person("ben")


def numbers(path: Path) -> tuple[int, int]:
    """This time, and in all."""
    return shown(path).reckoning.number(), shown(path).reckoning.kept


def test_a_new_run_keeps_the_days_of_the_old_one(ben: Person) -> None:
    path, day = a_path(ben), today(ben)
    noting.set_back(path=path, when=When(day), again=When(day))
    assert numbers(path) == (0, 200)
    with time_machine.travel(now() + timedelta(days=5)):
        assert numbers(path) == (5, 205)


def test_a_setback_is_taken_back_and_brought_back_with_all_that_belongs_to_it(ben: Person) -> None:
    path, day = a_path(ben), today(ben)
    entry = noting.set_back(path=path, when=When(day), again=When(day))
    noting.edit(path=path, of=entry.event, changes={"lines": ("tired", "", "")})
    assert noting.take_back(entry=entry, on=day)
    assert (numbers(path), Entry.objects.count()) == ((200, 200), 4)
    noting.bring_back(entry=entry)
    assert numbers(path) == (0, 200) and shown(path).reckoning.setbacks[0].lines == ("tired", "", "")


def test_after_thirty_days_it_stays_and_can_still_be_put_right(ben: Person) -> None:
    path, entry = a_path_with_a_setback(ben)
    with time_machine.travel(now() + timedelta(days=31)):
        assert not noting.take_back(entry=entry, on=today(ben))
        noting.redate(path=path, of=entry.event, when=When(entry.event.on - timedelta(days=1)))
        assert shown(path).reckoning.setbacks[0].on == entry.event.on - timedelta(days=1)


def test_the_beginning_is_no_step_that_can_be_taken_back(ben: Person) -> None:
    path = a_path(ben)
    assert not noting.take_back(entry=path.entries.get(), on=today(ben))
    assert not TakenBack.objects.exists()


def test_what_was_taken_back_is_deleted_when_its_time_is_over(ben: Person) -> None:
    _path, entry = a_path_with_a_setback(ben)
    noting.take_back(entry=entry, on=today(ben))
    noting.forget_taken_back()
    assert Entry.objects.count() == 2
    with time_machine.travel(now() + timedelta(days=32)):
        noting.forget_taken_back()
    assert [one.event.kind for one in Entry.objects.all()] == [Noted.START]


def test_the_words_about_what_was_taken_back_go_with_it(ben: Person) -> None:
    path, day = a_path(ben), today(ben)
    noting.pause(path=a_path(ben), on=day)
    entry = noting.set_back(path=path, when=When(day), again=When(day))
    noting.edit(path=path, of=entry.event, changes={"lines": ("tired", "", "")})
    restart = path.entries.get(number=3)
    noting.redate(path=path, of=restart.event, when=When(day - timedelta(days=1)))
    noting.pause(path=path, on=day)
    noting.take_back(entry=entry, on=day)
    with time_machine.travel(now() + timedelta(days=32)):
        noting.forget_taken_back()
    assert [one.event.kind for one in path.entries.all()] == [Noted.START, Noted.PAUSE]
    assert Entry.objects.count() == 4


def test_no_entry_is_ever_written_over(ben: Person) -> None:
    path = a_path(ben)
    before = path.entries.get()
    noting.describe(path=path, start=before.event, about=About("Beer"), when=When(today(ben)))
    assert path.entries.get(number=1).told == before.told
    assert shown(path).about.label == "Beer" and shown(path).reckoning.number() == 0


def test_a_rest_and_an_end_keep_what_there_is(ben: Person) -> None:
    path = a_path(ben, days=10)
    noting.pause(path=path, on=today(ben))
    with time_machine.travel(now() + timedelta(days=9)):
        assert numbers(path) == (10, 10)
        noting.restart(path=path, when=When(today(ben)))
        noting.end(path=path, on=today(ben))
        assert shown(path).reckoning.has_ended and shown(path).reckoning.kept == 10


def test_two_entries_never_have_one_number(ben: Person) -> None:
    path = a_path(ben)
    told = path.entries.get().told
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.create(path=path, person=ben, number=1, told=told)
    Entry.objects.create(path=path, person=ben, number=2, told=told)


def test_a_path_is_deleted_with_every_word(ben: Person) -> None:
    path, _entry = a_path_with_a_setback(ben)
    noting.purge(path=path)
    assert not Path.objects.exists() and not Entry.objects.exists()


def test_the_disk_tells_neither_what_nor_when_nor_what_it_is_about(ben: Person) -> None:
    _path, entry = a_path_with_a_setback(ben, label="Kingfisher")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM paths_entry")
        held = " ".join(
            str(bytes(cell) if isinstance(cell, memoryview) else cell) for row in cursor for cell in row
        )
    for word in ("Kingfisher", "setback", "start", "abstain", entry.event.on.isoformat()):
        assert word not in held


def test_bytes_that_were_changed_break_no_page(ben: Person) -> None:
    path, entry = a_path_with_a_setback(ben)
    other = a_path(ben, about=About("Tea"))
    _change_a_byte(entry)
    assert shown(path).reckoning.setbacks == []
    _change_a_byte(path.entries.get(number=1))
    assert picture_of(path, ben, Place.here()) is None
    assert [one.path for one in pictures_of(ben, Place.here())] == [other]


def _change_a_byte(entry: Entry) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT told FROM paths_entry WHERE public_id = %s", [entry.public_id])
        held = bytearray(bytes(cursor.fetchone()[0]))
        held[20] ^= 1
        cursor.execute(
            "UPDATE paths_entry SET told = %s WHERE public_id = %s", [bytes(held), entry.public_id]
        )
