"""Nothing is told to be kept before it is on the disk, and whoever waits for the disk waits together."""

import threading
from collections.abc import Iterator

import pytest
from django.db import IntegrityError, connection, transaction

from openchair.people import on_disk
from openchair.people.in_line import in_turn
from openchair.people.models import Place
from openchair.people.on_disk import Waves
from openchair.people.tests.test_in_line import until

NORMAL, FULL = 1, 2  # sqlite.org/pragma.html#pragma_synchronous


class Disk:
    """A disk that takes as long as it is told to, and says how often it was asked."""

    def __init__(self) -> None:
        self.asked, self.takes, self.breaks = 0, threading.Event(), False

    def flush(self) -> None:
        """As the operating system does it."""
        self.asked += 1
        assert self.takes.wait(10)
        if self.breaks:
            raise OSError


@pytest.fixture
def disk() -> Iterator[Disk]:
    """It lets everybody go in the end."""
    made = Disk()
    yield made
    made.takes.set()


def share(waves: Waves, disk: Disk, told: list[str]) -> threading.Thread:
    """Somebody who has written waits, and notes what came of it."""

    def wait() -> None:
        try:
            waves.share(disk.flush)
            told.append("kept")
        except OSError:
            told.append("broken")

    thread = threading.Thread(target=wait)
    thread.start()
    return thread


def test_whoever_comes_while_the_disk_is_busy_shares_the_next_wait(disk: Disk) -> None:
    waves, told = Waves(), list[str]()
    first = [share(waves, disk, told)]
    until(lambda: disk.asked == 1)
    others = [share(waves, disk, told) for _each in range(8)]
    until(lambda: waves._coming.is_led)
    assert told == [], "it began before they had written"
    disk.takes.set()
    for each in first + others:
        each.join(10)
    assert told == ["kept"] * 9 and disk.asked in (2, 3)  # a thread may come late to the second


def test_a_disk_that_takes_nothing_is_told_to_all_who_waited_and_to_nobody_after(disk: Disk) -> None:
    waves, told = Waves(), list[str]()
    disk.breaks = True
    threads = [share(waves, disk, told) for _each in range(4)]
    until(lambda: disk.asked == 1)
    disk.takes.set()
    for each in threads:
        each.join(10)
    assert told == ["broken"] * 4
    disk.breaks = False
    waves.share(disk.flush)


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_in_turn_a_commit_does_not_wait_and_whoever_leaves_does() -> None:
    before = on_disk._WAVES._coming
    with in_turn():
        with transaction.atomic():
            Place.objects.update_or_create(pk=1)
        assert (synchronous(), on_disk._WAVES._coming) == (NORMAL, before)
    assert synchronous() == FULL and before.over.is_set() and before.fault is None


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_who_is_refused_waits_as_well_because_another_may_have_written_it() -> None:
    before = on_disk._WAVES._coming
    with pytest.raises(IntegrityError), in_turn(), transaction.atomic():
        raise IntegrityError
    assert synchronous() == FULL and before.over.is_set()


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_the_log_is_what_reaches_the_disk() -> None:
    Place.objects.update_or_create(pk=1)
    assert on_disk.log_of(connection).is_file()


@pytest.mark.sqlite
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("secure_delete", 1), ("trusted_schema", 0), ("cell_size_check", 1)],
)
def test_a_file_that_somebody_prepared_or_that_is_damaged_is_trusted_with_little(
    pragma: str, value: object
) -> None:
    with connection.cursor() as cursor:
        assert cursor.execute(f"PRAGMA {pragma}").fetchone() == (value,)


def synchronous() -> int:
    """How a commit of this connection waits at the moment."""
    with connection.cursor() as cursor:
        found: int = cursor.execute("PRAGMA synchronous").fetchone()[0]
    return found
