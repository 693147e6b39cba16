"""Harbour with many people in it, each on a path of their own."""

from datetime import timedelta

from openchair.companions.tests.scene import checked_in, membership
from openchair.groups.models import Group
from openchair.kit.clock import now
from openchair.paths.about import About
from openchair.paths.models import Entry, Path
from openchair.paths.noting import When, set_back
from openchair.paths.tests.scene import a_path, shown
from openchair.people.models import Person, Session
from openchair.people.tests.steps import text_of
from openchair.together import choosing, counting
from openchair.together.choosing import Chosen
from openchair.together.models import Tally
from openchair.together.stages import Stage
from tests import recipes
from tests.cast import Cast, client_of

HERE, CHECKED_IN, KEPT = Tally.Kind.HERE, Tally.Kind.CHECKED_IN, Tally.Kind.KEPT


def many(group: Group, number: int, mark: str = "m") -> list[Person]:
    """So many more members."""
    people = [recipes.person(f"{mark}-{one}") for one in range(number)]
    for one, somebody in enumerate(people):
        recipes.member(group, somebody, f"Member {mark} {one:02}")
    return people


def come(*people: Person) -> None:
    """They use a device of theirs today, and check in."""
    for somebody in people:
        Session.begin(somebody, Session.Mode.OWN)
        checked_in(somebody)


def says(group: Group, person: Person, chosen: Chosen) -> None:
    """What this member says yes to."""
    choosing.choose(member=membership(group, person), chosen=chosen)


def counts(group: Group, person: Person, *, days: int) -> Path:
    """Their days of a path that began so long ago count in the group."""
    path = a_path(person, days=days)
    says(group, person, Chosen(counted=path))
    return path


def celebrates(group: Group, person: Person, *, days: int, about: About | None = None) -> Path:
    """They want the birthday night to celebrate what comes on a path that began so long ago."""
    path = a_path(person, days=days, about=about)
    says(group, person, Chosen(celebrating=path))
    return path


def happened(path: Path, *, days_ago: int = 0, anew: bool = False) -> Entry:
    """A setback is noted now, of so many days ago."""
    on = When(shown(path).reckoning.today - timedelta(days=days_ago))
    return set_back(path=path, when=on, again=on if anew else None)


def is_around(group: Group, person: Person, where: int | Stage) -> None:
    """They would like to know others: so many days on a path, or at a stage that they say."""
    at = where if isinstance(where, Stage) else a_path(person, days=where)
    says(group, person, Chosen(around=at))


def said(group: Group | None, kind: str) -> int:
    """The number that stands now; 0 for none."""
    found = Tally.objects.standing(now()).filter(group=group, kind=kind).first()
    return found.number if found else 0


def counted_again() -> None:
    """The next day's count."""
    Tally.objects.update(at=now() - timedelta(days=1))
    counting.count_people(now())
    counting.count_days(now())


def page_of(cast: Cast, person: Person, more: str = "") -> str:
    """What a page of Harbour says; empty when there is none."""
    answer = client_of(person).get(f"/groups/{cast.harbour.public_id}/together/{more}")
    return text_of(answer.content) if answer.status_code == 200 else ""
