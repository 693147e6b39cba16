"""Milestone circles: members at about the same stage, each of whom said that they would like this."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from openchair.companions.offering import others
from openchair.groups.models import Membership
from openchair.paths.picture import pictures_by_id
from openchair.people.models import Place
from openchair.people.muting import is_not_met
from openchair.together.choosing import said_stage
from openchair.together.models import Around
from openchair.together.stages import Stage, days_of, stage_of


@dataclass(frozen=True, slots=True)
class Near:
    """Somebody at about the same stage. `may_be_asked`: is not a companion already."""

    member_id: str
    name: str
    may_be_asked: bool


def around(member: Membership) -> list[Near] | None:
    """The others at this member's stage, by the alphabet; None for whoever did not say that they want this.

    Nothing is kept of who is near whom: it is worked out when somebody looks.
    """
    everybody = Around.objects.here().filter(group=member.group)
    mine = everybody.filter(person=member.person).first()
    if mine is None:
        return None
    met = list(everybody.exclude(person=member.person).exclude(is_not_met(member.person_id)))
    paths = [one.path_id for one in (mine, *met) if one.path_id]
    days = days_of(pictures_by_id(paths, Place.here()))
    here = _stage(mine, days)
    near = {one.person_id for one in met if here and _stage(one, days) == here}
    members = Membership.objects.current().filter(group=member.group, person__in=near)
    could = {one.pk for one in others(member.person, member.group)}
    found = (Near(one.public_id, one.alias, one.pk in could) for one in members)
    return sorted(found, key=lambda one: one.name.casefold())


def _stage(one: Around, days: Mapping[UUID, int]) -> Stage | None:
    if one.path_id is None:
        return said_stage(one)
    return stage_of(days[one.path_id]) if one.path_id in days else None
