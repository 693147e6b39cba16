"""What a page of shares costs: `python bench/shares.py`.

In a group with 20,000 shares of 200 people and in one with forty of eight, as one of their members sees them:
milliseconds of CPU a visit (the whole of Django's test client included), how many times a page that does
nothing, queries, and bytes. Medians, measured in turns, so that a busy machine slows all of them alike.
"""

import time
from dataclasses import dataclass, field
from datetime import timedelta
from statistics import median

from place import make_ready, serve  # first: it sets Django up

# ruff: isort: split
from django.conf import settings
from django.db import connection, reset_queries
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import path, reverse

from openchair.groups.founding import found_group
from openchair.groups.joining import join
from openchair.groups.models import Group, Membership
from openchair.kit.clock import now
from openchair.people.blocking import block
from openchair.people.models import Person, Place, Session
from openchair.shares.models import Reply, Response, Share
from openchair.shares.told import Kind, Told

ROUNDS, VISITS, WARM = 7, 20, 5
SHARES, PEOPLE = 20_000, 200
WORDS = "The ferry was late again and I walked home along the quay, which took an hour. " * 4


@dataclass(slots=True)
class Page:
    """One page, who asks for it, and what it was found to cost."""

    name: str
    url: str
    browser: Client
    queries: int = 0
    size: int = 0
    cpu: list[float] = field(default_factory=list)  # milliseconds a visit, one for each round


def main() -> None:
    """Make both groups, look at their pages, print the table."""
    make_ready()
    serve(path("bench/", lambda _request: HttpResponse("."), name="bench"))
    Place.objects.create(name="Open Chair", ready_at=now())
    pages = pages_of(filled(SHARES, PEOPLE), filled(40, 8))
    reset_queries()  # those that filled the groups have filled its list
    for page in pages:
        look_at(page)
    for _round in range(ROUNDS):
        for page in pages:
            page.cpu.append(visit(page))
    print(table(pages))


def filled(shares: int, people: int) -> Group:
    """A group with so many shares of so many people, one in three answered; two of them are kept apart."""
    handles = (f"of-{shares}-{number}" for number in range(people))
    persons = [Person.objects.create(handle=one, passphrase="!", codes_kept_at=now()) for one in handles]
    group = found_group(
        person=persons[0],
        alias="Host",
        agreement="We listen.",
        name="Harbour",
        focus="Alcohol",
        crosstalk="welcome",
    )
    for number, one in enumerate(persons[1:]):
        join(person=one, group=group, alias=f"Member {number}")
    block(person=persons[1], other=persons[2])
    members = list(Membership.objects.filter(group=group).select_related("person"))
    for start in range(0, shares, 1000):
        write(group, members, range(start, min(start + 1000, shares)))
    return group


def write(group: Group, members: list[Membership], numbers: range) -> None:
    """So many shares at once, an hour between each."""
    made, answers = [], []
    for number in numbers:
        one, other = members[number % len(members)], members[(number + 5) % len(members)]
        told, at = Told(f"{number}. {WORDS}", Kind.VICTORY), now() - timedelta(hours=number)
        share = Share(group=group, person=one.person, membership=one, told=told.as_kept(), posted_at=at)
        made.append(share)
        if number % 3 == 0:
            share.answered_at = at
            answers.append({"share": share, "person": other.person, "membership": other})
    Share.objects.bulk_create(made)
    Reply.objects.bulk_create(Reply(group=group, words="I know that quay.", **one) for one in answers)
    Response.objects.bulk_create(Response(kind="hear", **one) for one in answers)


def pages_of(large: Group, small: Group) -> list[Page]:
    """The page that does nothing first; then those of a member with a block, in both groups."""
    there, here = browser_in(large), browser_in(small)
    where = reverse("group-shares", args=[large.public_id])
    middle = Share.objects.filter(group=large).order_by("posted_at")[SHARES // 2].public_id
    return [
        Page("a page that does nothing", reverse("bench"), there),
        Page("the newest of 40", reverse("group-shares", args=[small.public_id]), here),
        Page(f"the newest of {SHARES}", where, there),
        Page("those that wait for an answer", f"{where}?order=waiting", there),
        Page("fifteen from the middle", f"{where}?before={middle}", there),
        Page("Today, with what is new", reverse("today"), there),
    ]


def browser_in(group: Group) -> Client:
    """The browser of somebody who blocked another member."""
    person = Membership.objects.filter(group=group).order_by("joined_at")[1].person
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = Session.begin(person, Session.Mode.OWN)[1]
    return client


def look_at(page: Page) -> None:
    """Warm the page up, then note its queries and its size."""
    for _time in range(WARM):
        page.browser.get(page.url)
    with CaptureQueriesContext(connection) as asked:
        answer = page.browser.get(page.url)
    if answer.status_code != 200:
        raise SystemExit(f"{page.name} answered {answer.status_code}")
    page.queries, page.size = len(asked), len(answer.content)


def visit(page: Page) -> float:
    """Milliseconds of CPU that one visit takes, over a handful of visits."""
    began = time.process_time()
    for _time in range(VISITS):
        page.browser.get(page.url)
    return (time.process_time() - began) / VISITS * 1000


def table(pages: list[Page]) -> str:
    """All figures, one page a line."""
    least = median(pages[0].cpu)
    lines = [f"{'':32}{'ms CPU':>8}{'ratio':>7}{'queries':>9}{'bytes':>8}"]
    for page in pages:
        spent = median(page.cpu)
        lines.append(f"{page.name:32}{spent:8.2f}{spent / least:7.1f}{page.queries:9}{page.size:8}")
    return "\n".join([*lines, f"medians of {ROUNDS} rounds of {VISITS} visits each"])


if __name__ == "__main__":
    main()
