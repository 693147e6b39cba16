"""Harbour together: whose days count, whom the birthday night celebrates, and who would know others."""

from typing import Final

from openchair.checkins.checking_in import check_in
from openchair.checkins.models import CheckIn
from openchair.checkins.told import Told
from openchair.groups.models import Group, Membership
from openchair.kit.clock import now
from openchair.paths.models import Path
from openchair.people.models import Person, Session
from openchair.people.models.session import day_of
from openchair.people.own_days import Home
from openchair.project.demo.days import ZONE
from openchair.together import birthdays, choosing
from openchair.together.choosing import Chosen
from openchair.together.stages import Stage

CELEBRATED: Final = {"Oak", "Fern", "Juniper", "Sol"}
AROUND: Final = {"Amara", "Ben", "Oak", "Juniper", "Ash", "Robin", "Wren", "Maple"}
NEW: Final = "Chidi"  # who says where he is, and keeps his two days to himself
# How the sign-in names begin of those whom nobody is shown how to sign in as.
INVENTED: Final = ("demo-", "dune-", "elder-")


def load_together(people: dict[str, Person], groups: dict[str, Group]) -> None:
    """What each of them said yes to; Willow helps with the birthday night."""
    found = Membership.objects.filter(group=groups["harbour"]).select_related("group", "person")
    members = {one.person_id: one for one in found}
    paths = {path.person_id: path for path in Path.objects.order_by("-pk")}
    for name, person in people.items():
        member, path = members.get(person.pk), paths.get(person.pk)
        if member and path:
            choosing.choose(member=member, chosen=_chosen(name, path))
    birthdays.give(member=members[people["Willow"].pk])


def keep_them_here() -> None:
    """Let those whom nobody plays be here today, and have checked in."""
    today, day = Home(ZONE).day(now()), day_of(now())
    wrote = set(CheckIn.objects.filter(day=today).values_list("person", flat=True))
    signed_in = set(Session.objects.values_list("person", flat=True))
    for person in Person.objects.all():
        if not person.handle.startswith(INVENTED):
            continue
        if person.pk not in wrote:
            check_in(person=person, day=today, told=Told(4, 2))
        if person.pk not in signed_in:
            Session.begin(person, Session.Mode.OWN)
        Session.objects.filter(person=person).update(used_at=day)


def _chosen(name: str, path: Path) -> Chosen:
    if name == NEW:
        return Chosen(around=Stage.WEEK)
    return Chosen(path, path if name in CELEBRATED else None, path if name in AROUND else None)
