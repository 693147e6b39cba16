"""What somebody took back in a group, and can still put back: a list that ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias
from uuid import UUID
from zoneinfo import ZoneInfo

from django.core.paginator import Page, Paginator

from openchair.groups.models import Group
from openchair.kit.ways import way
from openchair.people.models import Person
from openchair.shares.models import Reply, Share
from openchair.shares.paging import MOST
from openchair.shares.showing import said_when

Key: TypeAlias = UUID


@dataclass(frozen=True, slots=True)
class Line:
    """A share or a reply, when it was said, and where it is put back."""

    words: str
    when: str
    address: str


def lines_of(
    person: Person, group: Group, number: str | None, zone: ZoneInfo
) -> tuple[list[Line], Page[tuple[datetime | None, Key]]]:
    """One page of it, what was taken back last first. As many questions for any number."""
    shares = Share.objects.filter(group=group, person=person, taken_back_at__isnull=False)
    replies = Reply.objects.filter(group=group, person=person, taken_back_at__isnull=False)
    every = [*shares.values_list("taken_back_at", "pk"), *replies.values_list("taken_back_at", "pk")]
    sheet = Paginator(sorted(every, reverse=True), MOST).get_page(number)
    keys = [key for _at, key in sheet]
    known: dict[Key, Share | Reply] = {**shares.in_bulk(keys), **replies.in_bulk(keys)}
    found = (_line(known[key], zone) for key in keys)
    return [one for one in found if one], sheet


def _line(what: Share | Reply, zone: ZoneInfo) -> Line | None:
    """None for what cannot be read any more."""
    told = what.says if isinstance(what, Share) else None
    words = what.words if isinstance(what, Reply) else told.words if told else ""
    if not words or what.posted_at is None:
        return None
    name = "reply-return" if isinstance(what, Reply) else "share-return"
    return Line(words, said_when(what.posted_at, zone), way(name, what.public_id))
