"""What a check-in costs: `python bench/checkins.py`.

Check-ins a second that are on the disk when the act returns, on one core: 64 threads write, each with a
connection of its own, for a person and a day of their own, while nothing is left out of the act. Beside it
stands what the same threads do with a bare row in a table of two columns, under the same settings, so that a
slow disk slows both. Rounds are measured in turns, and medians are printed.
"""

import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from functools import partial
from itertools import count
from statistics import median
from typing import NamedTuple

from place import make_ready  # first: it sets Django up

# ruff: isort: split
from django.db import connection, connections, transaction

from openchair.checkins.checking_in import check_in
from openchair.checkins.models import CheckIn
from openchair.checkins.told import Told
from openchair.people.in_line import in_turn
from openchair.people.models import Person

WRITERS, EACH, ROUNDS = 64, 40, 5
TARGET = 500  # check-ins a second
DAY = date(2026, 3, 14)
_numbers = count()


class Speed(NamedTuple):
    """Rows a second by the clock, and milliseconds of CPU for each."""

    rate: float
    cpu: float


def main() -> None:
    """Bare rows and check-ins, in turns, on one core."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    make_ready()
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bench_bare (id INTEGER PRIMARY KEY, words TEXT)")
    people = [Person.objects.create(handle=f"writer-{number}", passphrase="!") for number in range(WRITERS)]
    bare: list[Speed] = []
    told: list[Speed] = []
    for turn in range(ROUNDS):
        bare.append(per_second(bare_row))
        told.append(per_second(partial(one_check_in, people, turn)))
    kept = CheckIn.objects.count()
    if kept != WRITERS * EACH * ROUNDS:
        raise SystemExit(f"{kept} check-ins are there, not {WRITERS * EACH * ROUNDS}")
    print(f"{WRITERS} writers, {WRITERS * EACH} durable rows a round, one core; medians of {ROUNDS} rounds")
    print(f"{'':20}{'a second':>10}{'ms CPU each':>14}{'waiting':>10}")
    for name, speeds in (("bare rows", bare), ("check-ins", told)):
        rate, cpu = median(one.rate for one in speeds), median(one.cpu for one in speeds)
        print(f"{name:20}{rate:10.0f}{cpu:14.2f}{1 - rate * cpu / 1000:10.0%}")
    ratio = median(one.rate for one in bare) / median(one.rate for one in told)
    print(f"{ratio:.1f} bare rows in the time of a check-in; target {TARGET} check-ins a second")
    print("waiting: for the disk, and for whatever else runs on this core")


def bare_row(_writer: int, _at: int) -> None:
    """What nothing durable can beat here: one insert, one transaction."""
    with in_turn(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO bench_bare VALUES (%s, %s)", [next(_numbers), "x" * 280])


def one_check_in(people: list[Person], turn: int, writer: int, at: int) -> None:
    """A day that nobody has written yet."""
    number = turn * EACH + at
    told = Told(mood=number % 5 + 1, craving=number % 11, halt=("tired",), note="A quiet day.", at="08:10")
    check_in(person=people[writer], day=DAY - timedelta(days=number), told=told)


def per_second(act: Callable[[int, int], None]) -> Speed:
    """How often all writers together do it. Any refusal, such as *database is locked*, ends the bench."""
    ready = threading.Barrier(WRITERS + 1)

    def write(writer: int) -> None:
        connection.ensure_connection()
        ready.wait()
        try:
            for at in range(EACH):
                act(writer, at)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(WRITERS) as threads:
        done = [threads.submit(write, writer) for writer in range(WRITERS)]
        ready.wait()
        began, used = time.perf_counter(), time.process_time()
        for one in done:
            one.result()
        rows = WRITERS * EACH
        return Speed(rows / (time.perf_counter() - began), (time.process_time() - used) / rows * 1000)


if __name__ == "__main__":
    main()
