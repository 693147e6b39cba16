"""Pages of a list that ends: fifteen at a time, from any place in it, whatever its length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db.models import Q

from openchair.shares.models import Share
from openchair.shares.models.share import ShareQuerySet

MOST: Final = 15  # a long scroll on a phone, and no longer


@dataclass(frozen=True, slots=True)
class Sheet:
    """Some shares, the newest first; `older` and `newer` are the ids to go on from, or empty."""

    shares: Sequence[Share]
    older: str = ""
    newer: str = ""

    @property
    def is_first(self) -> bool:
        """Is the newest there is on it?"""
        return not self.newer


def sheet_of(found: ShareQuerySet, *, before: str = "", after: str = "") -> Sheet:
    """The newest of them, or those just before or just after the share of this id."""
    place = place_of(before or after)
    if place is None:
        return first_sheet(newest_of(found))
    return older_sheet(older_of(found, *place)) if before else newer_sheet(newer_of(found, *place))


def newest_of(found: ShareQuerySet) -> ShareQuerySet:
    """The rows of the first page, and one more, which says whether there are older ones."""
    return found.order_by("-posted_at", "-id")[: MOST + 1]


def older_of(found: ShareQuerySet, at: datetime, key: UUID) -> ShareQuerySet:
    """As `newest_of`, of those before this place."""
    return newest_of(found.filter(posted_at__lte=at).exclude(posted_at=at, id__gte=key))


def newer_of(found: ShareQuerySet, at: datetime, key: UUID) -> ShareQuerySet:
    """Those just after this place, the oldest first, and one more."""
    newer = found.filter(posted_at__gte=at).exclude(posted_at=at, id__lte=key)
    return newer.order_by("posted_at", "id")[: MOST + 1]


def first_sheet(newest: ShareQuerySet) -> Sheet:
    """The first page, of what `newest_of` brought."""
    rows = list(newest)
    return _sheet(rows[:MOST], more=len(rows) > MOST, newer=False)


def older_sheet(older: ShareQuerySet) -> Sheet:
    """The page of what `older_of` brought."""
    rows = list(older)
    return _sheet(rows[:MOST], more=len(rows) > MOST, newer=True)


def newer_sheet(newer: ShareQuerySet) -> Sheet:
    """The page of what `newer_of` brought."""
    rows = list(newer)
    return _sheet(rows[:MOST][::-1], more=True, newer=len(rows) > MOST)


def _sheet(rows: list[Share], *, more: bool, newer: bool) -> Sheet:
    if not rows:
        return Sheet(rows)
    return Sheet(rows, rows[-1].public_id if more else "", rows[0].public_id if newer else "")


def place_of(share_id: str) -> tuple[datetime, UUID] | None:
    """Where a share stands in the order, though it is out of sight by now."""
    if not share_id:
        return None
    found = Share.objects.filter(Q(public_id=share_id) & Q(posted_at__isnull=False))
    one = found.only("posted_at").first()
    return (one.posted_at, one.pk) if one and one.posted_at else None
