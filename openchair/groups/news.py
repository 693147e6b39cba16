"""What is new in somebody's groups.

Apps in which such things stand say how they are found and when they came, so that whoever shows them all need
not know the apps.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from openchair.groups.models import Membership
from openchair.groups.models.membership import MembershipQuerySet
from openchair.people.models import Person


@dataclass(frozen=True, slots=True)
class Line:
    """One new thing: its public id, when it came, the way to it, whose it is, and what else a row says."""

    id: str
    at: datetime
    href: str
    name: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The newest of one kind or of all. `more`: there may be others that are not told here.

    `rest`: where those stand then, each an address and what it is called.
    """

    lines: Sequence[Line]
    more: bool = False
    rest: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks, for the groups to which they belong by these: what came since then, without these topics."""

    person: Person
    mine: Sequence[Membership]
    since: datetime
    zone: ZoneInfo
    topics: Collection[str]


class News(Protocol):
    """One kind of things that can be new. All of it is asked for one person's own memberships."""

    def with_new(self, memberships: MembershipQuerySet, since: datetime) -> MembershipQuerySet:
        """The memberships, each knowing whether there may be any since then."""

    def lines(self, asked: Asked) -> Found:
        """What others brought and this person sees, the newest first.

        Asks the database once at most, and not at all where `with_new` said that there is nothing.
        """

    def moment_of(self, person: Person, mine: Sequence[Membership], public_id: str) -> datetime | None:
        """When the thing of this id came; None where this person sees no such thing."""


_kinds: list[News] = []


def register(news: News) -> None:
    """Let these things be told of. Call it once, at the start."""
    _kinds.append(news)


def kinds() -> Sequence[News]:
    """All that were registered."""
    return tuple(_kinds)
