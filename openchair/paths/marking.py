"""Choosing days worth marking: for a path of one's own, and in sets that a group gives a name."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from openchair.groups.models import Group
from openchair.kit.clock import now
from openchair.paths import noting
from openchair.paths.about import About
from openchair.paths.milestones import Milestone, Unit
from openchair.paths.models import Entry, GroupSet
from openchair.paths.picture import Picture
from openchair.paths.saying import name_of
from openchair.people.models import Person

KEPT_FOR: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Named:
    """A group's set, as it is read."""

    set_id: str
    name: str
    marks: str
    where: str = ""


def mark(*, picture: Picture, about: About) -> Entry | None:
    """Mark other days on a path; None when they are the same."""
    if about == picture.about:
        return None
    return noting.edit(path=picture.path, of=picture.start, changes={"about": about})


def take_over(*, picture: Picture, group_set: GroupSet) -> Entry | None:
    """Mark what the group marks, beside what is marked already. What its hosts change later stays theirs."""
    about, marks = picture.about, marks_in(group_set)
    days = {one.count for one in marks if one.unit is Unit.DAYS}
    months = {one.count for one in marks if one.unit is Unit.MONTHS}
    added = replace(
        about,
        own_days=tuple(sorted({*about.own_days, *days})),
        own_months=tuple(sorted({*about.own_months, *months})),
        without=tuple(key for key in about.without if Milestone.of_key(key) not in marks),
    )
    return mark(picture=picture, about=added)


def name_set(*, group: Group, name: str, marks: Iterable[Milestone]) -> GroupSet:
    """A new set of a group."""
    return GroupSet.objects.create(group=group, name=name, marks=_as_kept(marks))


def edit_set(*, group_set: GroupSet, name: str, marks: Iterable[Milestone]) -> None:
    """Another name, or other marks. Paths that took it over stay as they are."""
    group_set.name, group_set.marks = name, _as_kept(marks)
    group_set.save(update_fields=["name", "marks"])


def put_away(*, group_set: GroupSet) -> None:
    """Out of sight; for 30 days it can be brought back."""
    GroupSet.objects.filter(pk=group_set.pk, put_away_at=None).update(put_away_at=now())


def bring_back(*, group_set: GroupSet) -> None:
    """In sight again."""
    GroupSet.objects.filter(pk=group_set.pk).update(put_away_at=None)


def forget_put_away(moment: datetime) -> None:
    """Delete what was put away thirty days ago."""
    GroupSet.objects.put_away_before(moment - KEPT_FOR).delete()


def sets_of(group: Group) -> list[Named]:
    """The group's sets, the oldest first."""
    return [_named(one) for one in GroupSet.objects.standing().filter(group=group)]


def sets_for(person: Person) -> list[Named]:
    """The sets of all groups that somebody is in."""
    found = GroupSet.objects.standing().of_groups_of(person).select_related("group")
    return [_named(one, one.group.name) for one in found]


def marks_in(group_set: GroupSet) -> list[Milestone]:
    """What it marks; nothing where it cannot be read any more."""
    try:
        return [Milestone.of_key(key) for key in str(group_set.marks).split()]
    except ValueError:
        return []


def _named(one: GroupSet, where: str = "") -> Named:
    return Named(one.public_id, str(one.name), ", ".join(map(name_of, marks_in(one))), where)


def _as_kept(marks: Iterable[Milestone]) -> str:
    return " ".join(one.key for one in marks)
