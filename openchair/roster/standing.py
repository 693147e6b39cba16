"""Taking hours, dropping them, asking somebody to step in, stepping in, and being away."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final

from django.db import transaction

from openchair.groups.models import Membership
from openchair.kit.clock import now
from openchair.roster import telling
from openchair.roster.models import Carrying, Cover, Shift
from openchair.roster.rota import Slot, rota_for

FARTHEST: Final = timedelta(days=28)  # ahead, that somebody can be asked to step in


class TooMuch(Exception):
    """More than this person said that they would carry."""


class NotThere(Exception):
    """There are no such hours, or they are over."""


class Taken(Exception):
    """Somebody else is here then."""


@transaction.atomic
def be_here(*, membership: Membership, weekday: int, wall: time, minutes: int, zone: str) -> Shift:
    """Every week from now on. The same hours again replace what was there. Raises TooMuch."""
    Membership.objects.select_for_update().get(pk=membership.pk)  # two forms at once are counted in turn
    mine = Shift.objects.filter(membership=membership)
    others = mine.exclude(weekday=weekday, wall=wall).count()
    if others >= Carrying.of(membership).most:
        raise TooMuch
    told = {"minutes": minutes, "zone": zone}
    return mine.update_or_create(membership=membership, weekday=weekday, wall=wall, defaults=told)[0]


def drop(*, membership: Membership, shift_id: str) -> None:
    """Not any more, with whatever was arranged for single dates. Twice is once."""
    Shift.objects.filter(membership=membership, public_id=shift_id).delete()


@transaction.atomic
def ask(*, by: Membership, shift_id: str, start: datetime) -> None:
    """Cannot be here on that date, whether these are one's own hours or ones taken over.

    The others are told. Twice is once. Raises NotThere.
    """
    shift, slot = _slot(by, shift_id, start)
    if slot.holder is not None and slot.holder != by:
        return
    cover, new = Cover.objects.get_or_create(shift=shift, starts_at=start)
    if new or Cover.objects.filter(pk=cover.pk, membership=by).update(membership=None):
        telling.somebody_is_looked_for(cover, by)


@transaction.atomic
def step_in(*, by: Membership, shift_id: str, start: datetime) -> None:
    """Be here then. Again is once. Raises NotThere, Taken and TooMuch."""
    Membership.objects.select_for_update().get(pk=by.pk)
    shift, slot = _slot(by, shift_id, start)
    if slot.holder == by:
        return
    if slot.holder is not None:
        raise Taken
    rota = rota_for(by.person, by.group)
    if rota.held_in_week(by, start) >= rota.most(by):
        raise TooMuch
    before = Cover.objects.filter(shift=shift, starts_at=start).first()
    if before is None:
        made, new = Cover.objects.get_or_create(shift=shift, starts_at=start, defaults={"membership": by})
        taken = new or made.membership_id == by.pk
    else:
        same = Cover.objects.filter(pk=before.pk, membership=before.membership_id)
        taken = bool(same.update(membership=by))
    if not taken:  # somebody was a moment quicker
        raise Taken


def carry(*, membership: Membership, most: int, away: tuple[date, date] | None) -> None:
    """What somebody carries at most a week, and the first and last day that they are away."""
    first, last = away or (None, None)
    told = {"most": most, "away_from": first, "away_until": last}
    Carrying.objects.update_or_create(membership=membership, defaults=told)


def _slot(by: Membership, shift_id: str, start: datetime) -> tuple[Shift, Slot]:
    moment, rota = now(), rota_for(by.person, by.group)
    shift = next((one for one in rota.shifts if one.public_id == shift_id), None)
    slot = rota.slot(shift, start) if shift and start < moment + FARTHEST else None
    if shift is None or slot is None or slot.span.end <= moment:
        raise NotThere
    return shift, slot
