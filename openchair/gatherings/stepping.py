"""The run-sheet on the clock: steps come by themselves, and the chair may move on earlier."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from openchair.gatherings import wording
from openchair.gatherings.models import Gathering, Step, Wording
from openchair.gatherings.run_sheet import CLOSING, KEYS, built
from openchair.groups.models import Membership
from openchair.kit.clock import now


class OutOfOrder(Exception):
    """A step would stand before the one that comes before it, or after the one that comes after it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One step as it stands in a gathering; without a `wording`, it says ours."""

    key: str
    title: str
    words: str
    at: datetime
    wording: Wording | None = None

    @property
    def is_closing(self) -> bool:
        """Is it the last, which comes with the end?"""
        return self.key == CLOSING


def run_sheet_of(gathering: Gathering, wordings: Mapping[str, Wording] | None = None) -> list[Standing]:
    """All steps in their order, with other words than ours where `wordings` has some. One question."""
    rows, written = {one.key: one for one in Step.objects.filter(gathering=gathering)}, wordings or {}
    return [_standing(gathering, rows[key], written.get(key)) for key in KEYS if key in rows]


def current(steps: list[Standing]) -> Standing | None:
    """The step that stands now; None before the first."""
    moment = now()
    return next((one for one in reversed(steps) if one.at <= moment), None)


def coming(steps: list[Standing]) -> Standing | None:
    """The step that comes next; None once all have come."""
    moment = now()
    return next((one for one in steps if one.at > moment), None)


@transaction.atomic
def move_on(*, gathering: Gathering, key: str) -> bool:
    """Let the next step stand now, when it is the one of this key. The end moves by closing alone.

    False when it has come already, is not the next, or the gathering is not open.
    """
    kept = Gathering.objects.select_for_update().get(pk=gathering.pk)
    following = coming(run_sheet_of(kept))
    if not kept.is_open or following is None or following.key != key or following.is_closing:
        return False
    Step.objects.filter(gathering=kept, key=key).update(at=now())
    return True


@transaction.atomic
def change(*, gathering: Gathering, by: Membership, key: str, words: str | None, at: datetime) -> None:
    """Other words (empty: ours; None: as they are), and from when it stands. Raises OutOfOrder."""
    kept = Gathering.objects.select_for_update().get(pk=gathering.pk)
    steps = run_sheet_of(kept)
    place = next(number for number, one in enumerate(steps) if one.key == key)
    if not steps[place].is_closing:
        before = steps[place - 1].at if place else kept.begins_at
        if not before <= at <= steps[place + 1].at:
            raise OutOfOrder
        Step.objects.filter(gathering=kept, key=key).update(at=at)
    if words is not None:
        wording.write(gathering=kept, by=by, place=key, words=words)


def _standing(gathering: Gathering, row: Step, written: Wording | None) -> Standing:
    ours = built(row.key)
    at = gathering.end if row.key == CLOSING else row.at
    return Standing(row.key, str(ours.title), written.words if written else str(ours.words), at, written)
