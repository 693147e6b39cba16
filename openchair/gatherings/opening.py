"""A host opens a meeting for days."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from openchair.gatherings.models import Gathering, Role, Step
from openchair.gatherings.models.gathering import FARTHEST, LONGEST, SHORTEST
from openchair.gatherings.run_sheet import moments
from openchair.groups.models import Group, Membership
from openchair.kit.clock import now

MOST: Final = 5  # open or to come in one group
A_MINUTE: Final = timedelta(minutes=1)


class TooMany(Exception):
    """The group has five already that are open or to come."""


class NoSuchTime(Exception):
    """It would begin in the past or too far ahead, or last less than a day or more than thirty."""


@transaction.atomic
def open_for_days(
    *, by: Membership, name: str, begins: datetime, ends: datetime, after: str = Gathering.After.AWAY
) -> Gathering:
    """Open one, with the built-in run-sheet; who opens it has the chair. Raises NoSuchTime and TooMany."""
    moment = now()
    if not (moment - A_MINUTE <= begins <= moment + FARTHEST and SHORTEST <= ends - begins <= LONGEST):
        raise NoSuchTime
    group = Group.objects.select_for_update().get(pk=by.group_id)
    if Gathering.objects.to_come(moment).filter(group=group).count() >= MOST:
        raise TooMany
    made = Gathering.objects.create(group=group, name=name, begins_at=begins, ends_at=ends, after=after)
    for key, at in moments(begins, ends):
        Step.objects.create(gathering=made, key=key, at=at)
    Role.objects.create(gathering=made, membership=by, part=Role.Part.CHAIR, since=moment)
    return made
