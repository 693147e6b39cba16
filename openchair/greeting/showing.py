"""A page of the queue as one greeter sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from openchair.greeting.models import Taking
from openchair.greeting.queue import Queue
from openchair.greeting.saying import waits
from openchair.groups.models import Group
from openchair.kit.clock import now
from openchair.shares.models import Share
from openchair.shares.seeing import Reader
from openchair.shares.showing import Card, cards_of
from openchair.shares.told import Need

MOST: Final = 20


@dataclass(frozen=True, slots=True)
class Waiting:
    """One share: why it stands here, since when, and whether somebody is answering it."""

    card: Card
    reasons: list[str]
    since: str
    mine: bool
    taken: bool

    @property
    def answer(self) -> str:
        """Where its field is, with ways to begin."""
        return f"{self.card.address}?begin=#id_words" if self.card.composer else self.card.address


@dataclass(frozen=True, slots=True)
class View:
    """Who asks, in which group, on which clock."""

    reader: Reader
    group: Group
    zone: ZoneInfo
    topics: Sequence[str] = ()

    def sheet(self, queue: Queue, number: str | None) -> tuple[list[Waiting], Page[UUID]]:
        """Twenty of them, the oldest first."""
        sheet = Paginator(list(queue.keys), MOST).get_page(number)
        rows = {one.pk: one for one in Share.objects.with_writers().filter(pk__in=list(sheet))}
        shares = [rows[key] for key in sheet if key in rows]
        for one in shares:
            one.group = self.group
        cards = cards_of(self.reader, shares, self.zone, self.topics)
        takings = dict(_takings(shares))
        return [self._waiting(queue, card, takings.get(card.share.pk)) for card in cards], sheet

    def _waiting(self, queue: Queue, card: Card, holder: UUID | None) -> Waiting:
        mine = holder is not None and holder == self.reader.memberships[self.group.pk].pk
        since = waits(card.share.posted_at, now(), self.zone) if card.share.posted_at else ""
        return Waiting(card, _reasons(queue, card), since, mine, holder is not None)


def _takings(shares: list[Share]) -> list[tuple[UUID, UUID]]:
    alive = Taking.objects.alive(now()).filter(share__in=[one.pk for one in shares])
    return list(alive.values_list("share_id", "membership_id"))


def _reasons(queue: Queue, card: Card) -> list[str]:
    """Beside what they said would help, which stands there anyway."""
    if card.share.pk in queue.firsts:
        return [_("The first time they share here")]
    return [] if card.told.need == Need.SOMEONE else [_("Has waited long")]
