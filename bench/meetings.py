"""Fifty thousand meetings: `python bench/meetings.py`.

Prints how long it takes to work out every next date, and to find what begins within the hour in the reader's
zone, in Spanish. Zones, days, quarters of an hour and lengths are drawn at random: hardly two meetings agree,
which is the worst case.
"""

import random
from collections.abc import Callable
from datetime import datetime, time, timedelta
from statistics import median
from time import perf_counter, process_time
from zoneinfo import ZoneInfo

from place import make_ready  # first: it sets Django up

# ruff: isort: split
from openchair.groups.models import Group
from openchair.kit.clock import now
from openchair.meetings.listing import everything_today
from openchair.meetings.models import Series
from openchair.people.zones import zone_names

MEETINGS, GROUPS, TIMES = 50_000, 10_000, 7
MADRID = ZoneInfo("Europe/Madrid")


def main() -> None:
    """Make them, then measure."""
    make_ready()
    make_meetings(random.Random(1))
    at, week = now(), timedelta(weeks=1)
    Series.objects.recompute(at)
    say("every next date worked out anew", 1000, lambda turn: Series.objects.recompute(at + turn * week))
    Series.objects.recompute(at)
    say("begins within the hour, in Spanish", 10, lambda turn: soon(at, turn))
    say("a page of the list, on now and today", 10, lambda _turn: everything_today(MADRID, None))


def make_meetings(chance: random.Random) -> None:
    """Four groups of five are listed; one meeting in five speaks Spanish."""
    zones = zone_names()
    groups = [Group(name=str(n), focus="any", listed=chance.random() < 0.8) for n in range(GROUPS)]
    Group.objects.bulk_create(groups, batch_size=1000)
    quarters = [time(hour, minute) for hour in range(24) for minute in (0, 15, 30, 45)]
    Series.objects.bulk_create(
        [
            Series(
                group=chance.choice(groups),
                name="Meeting",
                weekday=chance.randrange(7),
                wall=chance.choice(quarters),
                zone=chance.choice(zones),
                minutes=chance.choice((30, 45, 60, 90)),
                language=chance.choice(("en", "en", "en", "fr", "es")),
            )
            for _one in range(MEETINGS)
        ],
        batch_size=1000,
    )


def soon(at: datetime, turn: int) -> list[Series]:
    """The first forty, with their groups; each turn asks a minute later."""
    found = Series.objects.visible_to(None).next_hour(at + timedelta(minutes=turn)).filter(language="es")
    return list(found.select_related("group")[:40])


def say(what: str, target: int, act: Callable[[int], object]) -> None:
    """Print the medians of several turns, by the clock and of CPU, beside the target."""
    took, used = [], []
    for turn in range(TIMES):
        began, cpu = perf_counter(), process_time()
        act(turn)
        took.append((perf_counter() - began) * 1000)
        used.append((process_time() - cpu) * 1000)
    print(f"{what:38}{median(took):9.1f} ms  {median(used):9.1f} ms of CPU   target {target:>5} ms")


if __name__ == "__main__":
    main()
