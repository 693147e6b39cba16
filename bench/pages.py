"""What a page costs: `python bench/pages.py`.

For each page on the demo community, as Ben sees it: milliseconds of CPU (the whole of Django's test client
included), how many times a page that does nothing, queries, and bytes raw and compressed. Pages are measured
in turns, several times over, and medians are printed, so that a busy machine slows all of them alike.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median

from place import make_ready, serve  # first: it sets Django up

# ruff: isort: split
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import path, reverse

from openchair.groups.models import Group, Membership
from openchair.kit.clock import now
from openchair.meetings.models import Series
from openchair.people.models import Person, Session
from openchair.project import demo
from openchair.project.demo.year import ALWAYS_ON
from openchair.rooms.entering import enter
from openchair.rooms.hands import raise_hand
from openchair.rooms.models import Room

ROUNDS, VISITS, WARM = 9, 20, 5
CIRCLE, HANDS = 30, 5
TRIVIAL = "a page that does nothing"


@dataclass(slots=True)
class Page:
    """One page and what it was found to cost."""

    name: str
    url: str
    queries: int = 0
    raw: int = 0
    packed: int = 0
    cpu: list[float] = field(default_factory=list)  # milliseconds a visit, one for each round

    @property
    def milliseconds(self) -> float:
        """The median over all rounds."""
        return median(self.cpu)


def main() -> None:
    """Make the place, visit its pages, print the table."""
    make_ready()
    serve(path("bench/", lambda _request: HttpResponse("."), name="bench"))
    demo.load()
    ben = client_of("Ben")
    pages = list(pages_of(ben))
    for page in pages:
        look_at(ben, page)
    for _round in range(ROUNDS):
        for page in pages:
            page.cpu.append(visit(ben, page.url))
    print(table(pages))


def pages_of(ben: Client) -> Iterator[Page]:
    """The pages, the one that does nothing first. Ben sits in the room that is always open, with others."""
    on = next(one for one in Series.objects.select_related("group") if one.name == ALWAYS_ON)
    answer = ben.post(reverse("room-door", args=[on.public_id]))
    fill(Room.objects.live().select_related("occurrence__series__group").get())
    yield Page(TRIVIAL, reverse("bench"))
    yield Page("Today", reverse("today"))
    harbour = next(one for one in Group.objects.all() if one.name == "Harbour")
    yield Page("a group", reverse("group", args=[harbour.public_id]))
    yield Page(f"the room, {CIRCLE} people in it", answer.headers["Location"])
    yield Page("the meeting list", reverse("meetings"))
    yield Page("a meeting", reverse("meeting", args=[on.public_id]))
    yield Page("Help now", reverse("help-now"))


def fill(room: Room) -> None:
    """As many people as a large meeting has, some with a hand up, and a few things said."""
    room.door = Room.Door.OPEN
    room.save(update_fields=["door"])
    for number in range(1, CIRCLE):
        person = Person.objects.create(handle=f"guest-{number:02}", passphrase="!", codes_kept_at=now())
        seat = enter(room=room, person=person, alias=f"Guest {number}")
        if number <= HANDS:
            raise_hand(room=room, seat=seat)


def client_of(alias: str) -> Client:
    """A browser in which this person of the demo is signed in; it takes compressed pages, as all do."""
    person = next(one.person for one in Membership.objects.select_related("person") if one.alias == alias)
    client = Client(headers={"accept-encoding": "gzip"})
    client.cookies[settings.SESSION_COOKIE_NAME] = Session.begin(person, Session.Mode.OWN)[1]
    return client


def look_at(client: Client, page: Page) -> None:
    """Warm the page up, then note its queries and its size."""
    for _time in range(WARM):
        client.get(page.url)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(page.url)
    if answer.status_code != 200:
        raise SystemExit(f"{page.name} answered {answer.status_code}")
    page.queries, page.packed = len(asked), len(answer.content)
    page.raw = len(client.get(page.url, headers={"accept-encoding": "identity"}).content)


def visit(client: Client, url: str) -> float:
    """Milliseconds of CPU that one visit takes, over a handful of visits."""
    began = time.process_time()
    for _time in range(VISITS):
        client.get(url)
    return (time.process_time() - began) / VISITS * 1000


def table(pages: list[Page]) -> str:
    """All figures, one page a line."""
    least = pages[0].milliseconds
    lines = [f"{'':26}{'ms CPU':>8}{'ratio':>7}{'queries':>9}{'bytes':>8}{'gzipped':>9}"]
    for page in pages:
        cost = f"{page.milliseconds:8.2f}{page.milliseconds / least:7.1f}"
        lines.append(f"{page.name:26}{cost}{page.queries:9}{page.raw:8}{page.packed:9}")
    return "\n".join([*lines, f"medians of {ROUNDS} rounds of {VISITS} visits each"])


if __name__ == "__main__":
    main()
