"""A milestone is shared with a group by its owner's own act, and taken back by it, or when it never came."""

from dataclasses import dataclass
from datetime import datetime

from openchair.groups.models import Group, Membership
from openchair.kit.clock import now
from openchair.paths import noting
from openchair.paths.chips import chip_id
from openchair.paths.milestones import Coming, Milestone, was_reached
from openchair.paths.models import Celebration, Path
from openchair.paths.models.celebration import CELEBRATED
from openchair.paths.picture import Picture, picture_of
from openchair.paths.saying import name_of
from openchair.people.models import Person, Place


@dataclass(frozen=True, slots=True)
class Shared:
    """One, as members read it, or its owner. `mine`: it can be taken back by whoever reads it."""

    celebration_id: str
    name: str
    milestone: str
    mine: bool


def share(*, picture: Picture, come: Coming, member: Membership) -> Celebration:
    """Let this group see that it came, under its owner's name there, for a month. Twice is once."""
    defaults = {"person_id": member.person_id, "milestone": come.milestone.key}
    which = {"group": member.group, "path": picture.path, "chip": chip_id(picture, come.milestone)}
    return Celebration.objects.get_or_create(**which, defaults=defaults)[0]


def take_back(*, celebration: Celebration) -> None:
    """Gone from the group's page at once."""
    Celebration.objects.filter(pk=celebration.pk).delete()


def celebrated_in(group: Group, reader: Person) -> list[Shared]:
    """What was shared in the last month, the latest first: never by how long anybody has come."""
    found = list(Celebration.objects.standing(now()).visible_to(reader).filter(group=group))
    people = {one.person_id for one in found}
    members = Membership.objects.current().filter(group=group, person__in=people)
    names = {one.person_id: one.alias for one in members}
    return [
        Shared(one.public_id, names[one.person_id], name, one.person_id == reader.pk)
        for one in found
        if one.person_id in names and (name := name_in_words(one))
    ]


def shared_of(picture: Picture, come: Coming) -> list[tuple[Celebration, str]]:
    """With which groups its owner shared it, each with the group's name."""
    chip = chip_id(picture, come.milestone)
    mine = Celebration.objects.standing(now()).filter(path=picture.path, chip=chip)
    return [(one, one.group.name) for one in mine.select_related("group")]


def could_see(person: Person, shared: list[tuple[Celebration, str]]) -> list[Membership]:
    """The person's memberships in groups that do not see it yet."""
    groups = {one.group_id for one, _name in shared}
    mine = Membership.objects.of(person).exclude(group__in=groups)
    return list(mine.select_related("group").order_by("joined_at", "pk"))


def forget(moment: datetime) -> None:
    """Delete what was shared a month ago."""
    Celebration.objects.filter(shared_at__lte=moment - CELEBRATED).delete()


@noting.follow
def take_back_what_never_came(path: Path) -> None:
    """A ledger that says so takes it back quietly. A setback does not: what came stays."""
    shared = list(Celebration.objects.filter(path=path))
    picture = picture_of(path, path.person, Place.here()) if shared else None
    for one in shared:
        if picture is None or not _came(one, picture):
            take_back(celebration=one)


def _came(one: Celebration, picture: Picture) -> bool:
    milestone = _milestone(one)
    return milestone is not None and was_reached(milestone, picture.reckoning, picture.about, picture.now)


def name_in_words(one: Celebration) -> str:
    """ "90 days"; nothing where it cannot be read any more."""
    milestone = _milestone(one)
    return name_of(milestone) if milestone else ""


def _milestone(one: Celebration) -> Milestone | None:
    try:
        return Milestone.of_key(str(one.milestone))
    except ValueError:  # what was stored was changed
        return None
