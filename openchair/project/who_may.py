"""Who may: how each address is asked, behind which door, and what it asks about the thing it names (S09).

The table is `who_may.toml`; doors stand on the views, acts in the policy tables. What is not in it is not
served.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Final

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import URLPattern, URLResolver, get_resolver

from openchair.companions import policy as of_companions
from openchair.gatherings import policy as of_gatherings
from openchair.greeting import policy as of_greeting
from openchair.groups import policy as of_groups
from openchair.meetings import policy as of_meetings
from openchair.paths import policy as of_paths
from openchair.rooms import policy as of_rooms
from openchair.roster import policy as of_roster
from openchair.safety import policy as of_reports
from openchair.shares import policy as of_shares
from openchair.stories import policy as of_stories
from openchair.together import policy as of_together

TABLE: Final = Path(__file__).with_name("who_may.toml")
METHODS: Final = ("GET", "POST")
# The few questions that no policy table answers, because the address itself or the row does.
PHRASES: Final = {
    "anyone": "nobody's: the same for everyone",
    "their own": "whose it is",
    "with the link": "whoever has the link",
    "with a seat": "has a seat in the room",
    "who heard it": "has a seat in the room and heard the words",
}
# Drawn below the floor where people and their doors are; shows samples alone, to everyone.
BELOW_THE_DOORS: Final = {"gallery": "open to all"}
Answer = Callable[[HttpRequest], HttpResponse]


@dataclass(frozen=True, slots=True)
class Declared:
    """One line of the table: the part of the place, the ways to ask, and what is asked about the thing."""

    area: str
    methods: tuple[str, ...]
    asks: tuple[str, ...] = ()

    @property
    def ways(self) -> set[str]:
        """What is served; every other way is 405."""
        return {*self.methods, *(["HEAD"] if "GET" in self.methods else [])}


@dataclass(frozen=True, slots=True)
class Address:
    """A pattern of the place: its name, the whole path, and what answers there."""

    name: str
    path: str
    pattern: URLPattern

    @property
    def door(self) -> str:
        """Who may open it, as its view is marked; empty for a view that stands behind no door."""
        return BELOW_THE_DOORS.get(self.name) or str(getattr(self.pattern.callback, "door", ""))

    @property
    def confirms(self) -> bool:
        """True when it asks first to show who one is."""
        return bool(getattr(self.pattern.callback, "confirms", False))


@cache
def declared() -> dict[str, Declared]:
    """The table, by the name of the address."""
    areas = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {name: _read(area, line) for area, lines in areas.items() for name, line in lines.items()}


@cache
def acts() -> dict[str, str]:
    """Every act of every policy table, and to whom it is open, read aloud."""
    reports = of_reports.POLICY.aloud() | of_reports.GROUP_POLICY.aloud()
    meetings = of_meetings.POLICY.aloud() | of_rooms.POLICY.aloud()
    own = of_paths.POLICY.aloud() | of_companions.POLICY.aloud()
    shares = of_shares.GROUP_POLICY.aloud() | of_shares.POLICY.aloud()
    greeting = of_greeting.GROUP_POLICY.aloud() | of_greeting.POLICY.aloud() | of_roster.GROUP_POLICY.aloud()
    stories = of_stories.GROUP_POLICY.aloud() | of_stories.POLICY.aloud()
    together = of_together.GROUP_POLICY.aloud()
    meetings |= of_gatherings.GROUP_POLICY.aloud() | of_gatherings.POLICY.aloud()
    meetings |= of_gatherings.TURN_POLICY.aloud()
    return of_groups.POLICY.aloud() | own | meetings | shares | stories | greeting | together | reports


def addresses(resolver: URLResolver | None = None, before: str = "/") -> Iterator[Address]:
    """Every address of the place, in the order in which they are tried."""
    for one in (resolver or get_resolver()).url_patterns:
        here = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from addresses(one, here)
        else:
            yield Address(one.name or "", here, one)


def every_address_says_who_may(
    app_configs: Sequence[AppConfig] | None,  # noqa: ARG001 - Django's signature
    **_options: object,
) -> list[CheckMessage]:
    """Errors for each address without a door or a line, and for each line that says what is not so."""
    found = list(addresses())
    left_over = sorted(declared().keys() - {one.name for one in found})
    said = chain.from_iterable(faults(one, declared()) for one in found)
    gone = (f"{name}: there is no such address; take its line out of {TABLE.name}." for name in left_over)
    return [Error(fault) for fault in chain(said, gone)]


def faults(address: Address, table: Mapping[str, Declared]) -> Iterator[str]:
    """What is wrong with one address, a sentence each."""
    line = table.get(address.name)
    if not address.door:
        yield f"{address.path}: its view stands behind no door of people/requests.py."
    if line is None:
        yield f"{address.path} ({address.name or 'no name'}): who may? Give it a line in {TABLE.name}."
        return
    if not line.methods or set(line.methods) - set(METHODS):
        yield f"{address.name}: it is asked by GET, by POST or by both, not by {line.methods}."
    for asked in line.asks:
        if asked not in acts() and asked not in PHRASES:
            yield f"{address.name}: {asked!r} is no act of a policy table and none of {', '.join(PHRASES)}."
    if address.pattern.pattern.converters and not line.asks:
        yield f"{address.name}: it names a thing and asks nothing about it."


def only_as_declared(get_response: Answer) -> Answer:
    """Middleware: an address is asked as its line says, else it is 405; without a line it is not served."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    middleware.process_view = _refuse_other_ways  # type: ignore[attr-defined]
    return middleware


def _refuse_other_ways(
    request: HttpRequest, _view: object, _args: Sequence[object], _kwargs: Mapping[str, object]
) -> HttpResponse | None:
    name = request.resolver_match.url_name if request.resolver_match else None
    line = declared().get(name or "")
    if line is None:
        raise ImproperlyConfigured(f"{name}: who may? Give it a line in {TABLE.name}.")
    return None if request.method in line.ways else HttpResponseNotAllowed(sorted(line.ways))


def _read(area: str, line: str) -> Declared:
    ways, _colon, asks = line.partition(":")
    return Declared(area, tuple(ways.split()), tuple(one.strip() for one in asks.split(",") if one.strip()))
