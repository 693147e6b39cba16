"""What Today costs after five years of daily check-ins: `python bench/today.py`.

For somebody in no group; and for somebody with a group of thirty people who shared five things since
yesterday, a meeting there that is on, a reminder of it, and a path of five years with two setbacks. Then the
history. Milliseconds of CPU a visit (the whole of Django's test client included), how many times the smallest
answer there is, and queries. Pages are measured in turns, and medians are printed, so that a busy machine
slows all of them alike.
"""

import os
import time
from datetime import UTC, date, timedelta
from statistics import median

from place import make_ready  # first: it sets Django up

# ruff: isort: split
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from openchair.checkins.models import CheckIn
from openchair.checkins.told import Told
from openchair.groups.founding import found_group
from openchair.groups.joining import join
from openchair.groups.models import Group, Membership
from openchair.kit.clock import now
from openchair.meetings.models import ChatRule, Door, Format, Series
from openchair.meetings.recurrence import Rule
from openchair.meetings.scheduling import Plan, schedule
from openchair.meetings.telling import MEETING
from openchair.notices.telling import tell
from openchair.paths import noting
from openchair.paths.about import About
from openchair.people.models import Person, Place, Session
from openchair.shares.models import Share
from openchair.shares.told import Kind
from openchair.shares.told import Told as Said

YEARS = 5 * 365  # days
ROUNDS, VISITS, WARM = 9, 20, 5
PEOPLE, NEW = 30, 5
WORDS = "The ferry was late again and I walked home along the quay, which took an hour. " * 4


def main() -> None:
    """Live five years, then measure on one core, and print."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    make_ready()
    Place.objects.update_or_create(pk=1, defaults={"name": "Open Chair", "ready_at": now()})
    new, alone, among = (somebody(name) for name in ("new", "alone", "among"))
    for person in (alone, among):
        check_in_daily(person)
    belong(among)
    walk(among)
    asked = [
        ("robots.txt, two lines", new, reverse("robots")),
        ("Today, on the first day", new, reverse("today")),
        ("Today, in no group", alone, reverse("today")),
        ("Today, among others", among, reverse("today")),
        ("30 days of five years", alone, reverse("check-ins")),
        ("all of five years", alone, f"{reverse('check-ins')}?span=all"),
    ]
    visits = [(name, client_of(person), url) for name, person, url in asked]
    found: list[list[float]] = [[] for _one in visits]
    queries = [looked_at(client, url) for _name, client, url in visits]
    for _round in range(ROUNDS):
        for costs, (_name, client, url) in zip(found, visits, strict=True):
            costs.append(visit(client, url))
    least = median(found[0])
    print(f"{'':26}{'ms CPU':>8}{'ratio':>8}{'queries':>9}    (Today: at most 5 ms and 10 queries)")
    for costs, number, (name, _client, _url) in zip(found, queries, visits, strict=True):
        print(f"{name:26}{median(costs):8.2f}{median(costs) / least:8.1f}{number:9}")


def somebody(handle: str) -> Person:
    """Somebody who kept their spare keys."""
    return Person.objects.create(handle=handle, passphrase="!", codes_kept_at=now())


def check_in_daily(person: Person) -> None:
    """Each day of five years, today among them."""
    days = (_today() - timedelta(days=ago) for ago in range(YEARS))
    rows = (Told(ago % 5 + 1, ago % 11, at="08:10").as_kept() for ago in range(YEARS))
    kept = [CheckIn(person=person, day=day, told=row) for day, row in zip(days, rows, strict=True)]
    CheckIn.objects.bulk_create(kept, batch_size=500)


def belong(person: Person) -> None:
    """A group with a meeting that is on, of which a reminder is out, and what others shared there."""
    group = found_group(
        person=somebody("host"), alias="Host", agreement="We listen.", name="Harbour", focus="Alcohol"
    )
    join(person=person, group=group, alias="Wren")
    Membership.objects.update(joined_at=now() - timedelta(days=YEARS))
    others = [
        join(person=somebody(f"member-{number}"), group=group, alias=f"Member {number}")
        for number in range(PEOPLE - 2)
    ]
    tell(person=person, kind=MEETING, subject=on_now(group).public_id)
    for number, one in enumerate(others[:NEW]):
        told, at = Said(WORDS, Kind.VICTORY).as_kept(), now() - timedelta(hours=number)
        Share.objects.create(group=group, person=one.person, membership=one, told=told, posted_at=at)


def on_now(group: Group) -> Series:
    """A meeting of an hour that began a moment ago."""
    began = now().astimezone(UTC).replace(second=0, microsecond=0)
    plan = Plan(
        name="Evening circle",
        rule=Rule(wall=began.time(), zone="UTC", minutes=60, on=began.date()),
        format=Format.SHARING,
        language="en",
        door=Door.MEMBERS,
        chat_rule=ChatRule.SPEAKER,
        capacity=200,
    )
    return schedule(group=group, plan=plan)


def walk(person: Person) -> None:
    """A path of five years, with two setbacks long ago."""
    path = noting.begin(person=person, about=About("Alcohol"), when=noting.When(_ago(YEARS)))
    for days in (YEARS * 4 // 5, YEARS // 2):
        noting.set_back(path=path, when=noting.When(_ago(days)), again=noting.When(_ago(days - 1)))


def client_of(person: Person) -> Client:
    """A browser in which this person is signed in."""
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = Session.begin(person, Session.Mode.OWN)[1]
    return client


def looked_at(client: Client, url: str) -> int:
    """Warm the page up; how many queries it needs then."""
    for _time in range(WARM):
        if client.get(url).status_code != 200:
            raise SystemExit(f"{url} is no page")
    with CaptureQueriesContext(connection) as asked:
        client.get(url)
    return len(asked)


def visit(client: Client, url: str) -> float:
    """Milliseconds of CPU that one visit takes, over a handful of visits."""
    began = time.process_time()
    for _time in range(VISITS):
        client.get(url)
    return (time.process_time() - began) / VISITS * 1000


def _today() -> date:
    return now().astimezone(UTC).date()


def _ago(days: int) -> date:
    return _today() - timedelta(days=days)


if __name__ == "__main__":
    main()
