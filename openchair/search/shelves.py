"""Where one can look: all one wrote oneself, or what was shared and told in a group, the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import Any, Final, TypeAlias
from uuid import UUID

from django.db import models
from django.db.models import F

from openchair.checkins.models import CheckIn, Worksheet
from openchair.checkins.told import Told as Day
from openchair.gatherings.models import Draft
from openchair.paths.ledger import standing
from openchair.paths.models import Entry
from openchair.people.models import Person
from openchair.search.scanning import Leaf
from openchair.shares.models import Reply, Share
from openchair.shares.seeing import Reader, shares_for
from openchair.stories.models import Story
from openchair.stories.seeing import reader_of as reader_of_stories
from openchair.stories.seeing import stories_for
from openchair.vault.results import Unreadable

BATCH: Final = 100  # rows asked for, and keys of their writers, at a time
# What a share's words are opened with, and its place in the order.
_LEAN: Final = ("public_id", "group", "person", "told", "posted_at")


@dataclass(frozen=True, slots=True)
class Afterwards:
    """Lines for oneself after something happened, as they stand now."""

    pk: UUID
    public_id: str
    on: date
    words: str


Written: TypeAlias = Share | Reply | CheckIn | Worksheet | Story | Draft | Afterwards


@dataclass(frozen=True, slots=True)
class Shelf:
    """Rows of one kind. `column` orders them, the newest first; `key` names one of them in a form."""

    name: str
    rows: models.QuerySet[Any, Any]
    column: str
    key: str

    def leaves(self, after: str) -> Iterator[Leaf[Written]]:
        """From the newest on, or after the row of this key; nothing where there is no such row."""
        at = self._place(after) if after else None
        if after and at is None:
            return
        while True:
            rows = self._batch(at)
            for row in rows:
                place = f"{self.name}:{getattr(row, self.key)}"
                yield Leaf(place, row, partial(text_of, row))
            if len(rows) < BATCH:
                return
            at = getattr(rows[-1], self.column), rows[-1].pk

    def _batch(self, at: tuple[object, UUID] | None) -> list[Written]:
        rows = self.rows
        if at:
            rows = rows.filter(**{f"{self.column}__lte": at[0]})
            rows = rows.exclude(**{self.column: at[0], "pk__gte": at[1]})
        return list(rows.order_by(f"-{self.column}", "-pk")[:BATCH])

    def _place(self, key: str) -> tuple[object, UUID] | None:
        asked = _day(key) if self.key == "day" else key
        row = self.rows.filter(**{self.key: asked}).first() if asked else None
        return (getattr(row, self.column), row.pk) if row else None


@dataclass(frozen=True, slots=True)
class Setbacks:
    """What one wrote after setbacks, the newest first. An entry is read with all that was put right in it
    later, so a ledger is opened whole: there are few of them, and they are short.
    """

    rows: models.QuerySet[Entry, Entry]
    name: str = "setbacks"

    def leaves(self, after: str) -> Iterator[Leaf[Written]]:
        """As those of a `Shelf`."""
        begun = not after
        for one in _lines_of(self.rows):
            if begun:
                yield Leaf(f"{self.name}:{one.public_id}", one, partial(text_of, one))
            begun = begun or one.public_id == after


def own(person: Person) -> list[Shelf | Setbacks]:
    """What one shared, drafts too, and answered; one's days, sheets and stories, turns that one began, and
    what one wrote after setbacks. Not what one took back.
    """
    shares = Share.objects.filter(person=person, taken_back_at=None, membership__departure=None)
    replies = Reply.objects.filter(person=person, taken_back_at=None, membership__departure=None)
    stories = Story.objects.filter(person=person, taken_back_at=None, membership__departure=None)
    turns = Draft.objects.filter(person=person, membership__departure=None, group__closing=None)
    return [
        Shelf("shares", shares.filter(group__closing=None).only(*_LEAN, "begun_at"), "begun_at", "public_id"),
        Shelf("replies", replies.filter(group__closing=None), "posted_at", "public_id"),
        Shelf("days", CheckIn.objects.filter(person=person), "day", "day"),
        Shelf("sheets", Worksheet.objects.standing().filter(person=person), "written_on", "public_id"),
        Shelf("stories", stories.filter(group__closing=None), "begun_at", "public_id"),
        Shelf("turns", turns.annotate(public_id=F("gathering__public_id")), "begun_at", "public_id"),
        Setbacks(Entry.objects.of(person).standing()),
    ]


def in_group(reader: Reader) -> list[Shelf | Setbacks]:
    """What was told and shared in the group and this reader sees. Stories are few, so they come first."""
    told = [stories_for(reader_of_stories(reader.person, one)) for one in reader.memberships.values()]
    stories = [Shelf("stories", one, "placed_at", "public_id") for one in told]
    return [*stories, Shelf("group", shares_for(reader).only(*_LEAN), "posted_at", "public_id")]


def leaves_of(shelves: Sequence[Shelf | Setbacks], after: str) -> Iterator[Leaf[Written]]:
    """All of them, one shelf after the other; `after` as a leaf's `place` says it."""
    name, _colon, key = after.partition(":")
    names = [one.name for one in shelves]
    start = names.index(name) if name in names else 0
    for shelf in shelves[start:]:
        yield from shelf.leaves(key if shelf.name == name else "")


def whole(found: Iterable[Written]) -> list[Written]:
    """The rows again, with all that a page says of them."""
    rows = list(found)
    shares = Share.objects.with_writers().select_related("group", "hold")
    replies = Reply.objects.select_related("group", "share", "hold")
    stories = Story.objects.select_related("membership", "group", "hold")
    turns = Draft.objects.select_related("gathering", "group")
    known: dict[UUID, Written] = {
        **shares.in_bulk([one.pk for one in rows if isinstance(one, Share)]),
        **replies.in_bulk([one.pk for one in rows if isinstance(one, Reply)]),
        **stories.in_bulk([one.pk for one in rows if isinstance(one, Story)]),
        **turns.in_bulk([one.pk for one in rows if isinstance(one, Draft)]),
    }
    return [known.get(one.pk, one) for one in rows]


def text_of(one: Written) -> str:
    """The words of a row, opened; nothing where they cannot be read."""
    if isinstance(one, Afterwards):
        return one.words
    if isinstance(one, Worksheet):
        return "\n".join(one.answers.values())
    if isinstance(one, Reply):
        return "" if isinstance(one.words, Unreadable) else one.words
    if isinstance(one, Story):
        return _story(one)
    told = one.says
    if isinstance(told, Day):
        return f"{told.intention}\n{told.note}"
    return told.words if told else ""


def _story(one: Story) -> str:
    told = one.says
    if told is None:
        return ""
    sections = (line for part in told.sections for line in (part.heading, part.words) if line)
    return "\n".join((told.about.title, *sections))


def _lines_of(rows: Iterable[Entry]) -> list[Afterwards]:
    """The newest first; of one day, in the order of their ids."""
    found = []
    for _path, entries in groupby((one for one in rows if one.is_readable), key=attrgetter("path_id")):
        held = {one.number: one for one in entries}
        for now in standing([one.event for one in held.values()]):
            if any(now.lines):
                entry = held[now.number]
                words = "\n".join(line for line in now.lines if line)
                found.append(Afterwards(entry.pk, entry.public_id, now.on, words))
    return sorted(found, key=attrgetter("on", "pk"), reverse=True)


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None
