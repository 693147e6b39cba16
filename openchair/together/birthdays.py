"""The birthday night: what comes in this month for those who want it to be celebrated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from openchair.groups.models import Group, Membership
from openchair.paths import noting, saying
from openchair.paths.milestones import Coming, Unit, coming
from openchair.paths.models import Path
from openchair.paths.picture import Picture, picture_of, pictures_by_id
from openchair.people.blocking import apart_from
from openchair.people.models import Person, Place
from openchair.people.own_days import Home
from openchair.people.settling import moment_here
from openchair.together.models import Celebrating, SheetHolder


@dataclass(frozen=True, slots=True)
class Line:
    """One person of the night: when, who, and what stands on their chip."""

    on: date
    name: str
    number: str
    unit: str

    @property
    def day(self) -> str:
        """The date in words."""
        return saying.day(self.on)

    @property
    def what(self) -> str:
        """ "2 years"."""
        return f"{self.number} {self.unit}"


def month_of(place: Place) -> tuple[date, date]:
    """The first and the last day of this month, where the place is at home."""
    first = Home(place.zone).day(moment_here(place)).replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def sheet_of(group: Group, reader: Person, place: Place) -> list[Line]:
    """By the day of the month and then by name, never by how long anybody has come.

    Nobody stands here whom the reader does not meet.
    """
    wanted = Celebrating.objects.here().filter(group=group).exclude(person__in=apart_from(reader))
    said, (first, last) = list(wanted), month_of(place)
    pictures = pictures_by_id([one.path_id for one in said], place)
    people = {one.person_id for one in said}
    members = Membership.objects.current().filter(group=group, person__in=people)
    names = {one.person_id: one.alias for one in members}
    found = ((names[one.person_id], pictures.get(one.path_id)) for one in said if one.person_id in names)
    lines = (
        _line(name, come) for name, picture in found if picture and (come := what_comes(picture, first, last))
    )
    return sorted(lines, key=lambda one: (one.on, one.name.casefold()))


def what_comes(picture: Picture, first: date, last: date) -> Coming | None:
    """The milestone of these days in the run that goes on; of several a month or year, or else the latest."""
    run = picture.reckoning.current
    if run is None or run.is_paused:
        return None
    held = (one for one in coming(run, picture.about, last) if first <= one.on <= last)
    fit = (one for one in held if one.milestone.unit is not Unit.HOURS)
    return max(fit, key=lambda one: (one.milestone.unit is Unit.MONTHS, one.on, one.milestone), default=None)


def holders_in(group: Group, host: Person) -> list[Membership]:
    """Members whom a host gave the sheet, by the alphabet."""
    held = SheetHolder.objects.here().filter(group=group).values("person")
    found = Membership.objects.current().filter(group=group, person__in=held).apart(apart_from(host))
    return sorted(found, key=lambda one: one.alias.casefold())


def could_hold(group: Group, host: Person) -> list[Membership]:
    """Members whom a host could give it to, by the alphabet: hosts see it anyway."""
    held = SheetHolder.objects.filter(group=group).values("person")
    people = Membership.objects.current().filter(group=group, hosting=None).exclude(person__in=held)
    found = people.apart(apart_from(host)).select_related("group", "person")
    return sorted(found, key=lambda one: one.alias.casefold())


def give(*, member: Membership) -> None:
    """Let this member see the sheet. Twice is once."""
    SheetHolder.objects.get_or_create(group=member.group, person=member.person)


def take_back(*, member: Membership) -> None:
    """They see it no more."""
    SheetHolder.objects.filter(group=member.group, person=member.person).delete()


@noting.follow
def end_with_a_setback(path: Path) -> None:
    """Whoever notes one is off the sheet at once, and comes back by a new yes alone."""
    said = list(Celebrating.objects.filter(path=path))
    picture = picture_of(path, path.person, Place.here()) if said else None
    setback = picture.reckoning.last_setback if picture else None
    for one in said:
        if picture is None or (setback and setback.at >= one.since):
            one.delete()


def _line(name: str, come: Coming) -> Line:
    count, unit = saying.of(come.milestone)
    return Line(come.on, name, saying.number(count), unit)
