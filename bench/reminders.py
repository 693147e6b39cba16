"""A million people with reminders, in forty zones: `python bench/reminders.py`.

Prints how long it takes to find those due this minute, beside a scan of all rows in the same run: in a minute
like any other, and in the fullest of the day. Half of the people chose a whole hour, as people do.
Then how long it takes until five hundred of them are told.
"""

import random
from collections import Counter
from collections.abc import Callable
from datetime import datetime, time, timedelta
from functools import cache
from statistics import median
from time import perf_counter
from zoneinfo import ZoneInfo

from place import make_ready  # first: it sets Django up

# ruff: isort: split
from django.db import connection, transaction

from openchair.kit.clock import now
from openchair.notices import kinds, reminding
from openchair.notices.kinds import OWN, Kind
from openchair.notices.models import Reminder
from openchair.notices.timing import EVERY_DAY, next_wall
from openchair.people.zones import zone_names

PEOPLE, ZONES, TIMES, SLICE = 1_000_000, 40, 9, 50_000
TARGET = 50.0  # ms
MINUTE = timedelta(minutes=1)
PERSON = """INSERT INTO people_person (id, handle, handle_key, passphrase, brings, zone, home_zone,
  home_offset, rollover, joined_at) VALUES (%s, x'00', %s, '!', '', '', %s, 0, 0, '2026-01-01')"""
REMINDER = """INSERT INTO notices_reminder (public_id, person_id, kind, subject, wall, weekdays, next_at)
  VALUES (%s, %s, 'bench', %s, %s, %s, %s)"""
SCAN = "SELECT id FROM notices_reminder NOT INDEXED WHERE next_at > %s AND next_at <= %s"


def main() -> None:
    """Make them, then measure."""
    make_ready()
    start, began = now().replace(second=0, microsecond=0), perf_counter()
    counts = make_people(random.Random(1), start)
    print(f"{PEOPLE:,} reminders in {ZONES} zones, made in {perf_counter() - began:.0f} s")
    by_number = sorted(counts, key=lambda minute: counts[minute])
    say("a usual minute", counts, by_number[len(by_number) // 2])
    say("the fullest minute", counts, by_number[-1])
    tell_some(start)


def make_people(chance: random.Random, start: datetime) -> Counter[datetime]:
    """Without keys of their own: nothing of theirs is opened here. Gives how many are due in each minute."""
    zones, counts = chance.sample(zone_names(), ZONES), Counter[datetime]()

    @cache
    def due(wall: time, zone: str) -> datetime:
        return next_wall(wall, EVERY_DAY, ZoneInfo(zone), start - MINUTE) or start

    for first in range(0, PEOPLE, SLICE):
        people, reminders = [], []
        for number in range(first, first + SLICE):
            row, zone = f"{number:032x}", zones[number % ZONES]
            wall = time(chance.randrange(24), chance.choice((0, chance.randrange(60))))
            people.append((row, row, zone))
            at = f"{due(wall, zone):%Y-%m-%d %H:%M:%S}"  # as Django writes it
            reminders.append((row[-16:], row, OWN, f"{wall:%H:%M:%S}", EVERY_DAY, at))
            counts[due(wall, zone)] += 1
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany(PERSON, people)
            cursor.executemany(REMINDER, reminders)
    return counts


def say(what: str, counts: Counter[datetime], minute: datetime) -> None:
    """The median of several turns, and how many times as long a scan takes."""
    before = Reminder.objects.filter(next_at__gt=minute - MINUTE)  # as if all earlier ones had been told
    this_minute = [f"{at:%Y-%m-%d %H:%M:%S}" for at in (minute - MINUTE, minute)]
    with connection.cursor() as cursor:
        assert len(before.due(minute)) == len(cursor.execute(SCAN, this_minute).fetchall()) == counts[minute]
        found = took(lambda: list(before.due(minute).values_list("pk", flat=True)))
        scanned = took(lambda: cursor.execute(SCAN, this_minute).fetchall(), times=3)
    words = f"{what}: {counts[minute]:,} due"
    ratio = f"a scan takes {scanned / found:,.0f} times as long"
    print(f"{words:36}{found:9.1f} ms   target {TARGET:.0f} ms   {ratio}")


def tell_some(start: datetime) -> None:
    """So many as are told in one transaction, from row to notice."""
    kinds.register(Kind("bench", "", "", line=lambda *_of: "", link=lambda _subject: "/"))
    soon = Reminder.objects.order_by("next_at").values_list("pk", flat=True)[: reminding.BATCH]
    Reminder.objects.filter(pk__in=list(soon)).update(next_at=start - MINUTE)
    Reminder.objects.filter(next_at=start).update(next_at=start + MINUTE)
    began = perf_counter()
    told = reminding.remind_due(start)
    print(f"{f'{told} told':36}{(perf_counter() - began) * 1000:9.1f} ms")


def took(act: Callable[[], object], times: int = TIMES) -> float:
    """The median of several turns, in milliseconds."""
    turns = []
    for _turn in range(times):
        began = perf_counter()
        act()
        turns.append((perf_counter() - began) * 1000)
    return median(turns)


if __name__ == "__main__":
    main()
