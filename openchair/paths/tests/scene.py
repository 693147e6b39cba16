"""Somebody on a path, for tests of pages and acts."""

from datetime import date, timedelta

from openchair.kit.clock import now
from openchair.paths.about import About
from openchair.paths.models import Entry, Path
from openchair.paths.noting import When, begin, set_back
from openchair.paths.picture import Picture, picture_of
from openchair.people.models import Person, Place
from openchair.people.settling import today_of


def a_path(person: Person, *, days: int = 200, about: About | None = None) -> Path:
    """A path that began so many days ago."""
    start = today(person) - timedelta(days=days)
    return begin(person=person, about=about or About("Wine"), when=When(start))


def a_path_with_a_setback(person: Person, *, label: str = "Wine") -> tuple[Path, Entry]:
    """Two hundred days, and something happened ten days ago, after which the run went on."""
    path = a_path(person, about=About(label))
    return path, set_back(path=path, when=When(today(person) - timedelta(days=10)), again=None)


def today(person: Person) -> date:
    """The person's own date."""
    return today_of(person, Place.here())


def shown(path: Path) -> Picture:
    """The path as its owner would see it now."""
    picture = picture_of(path, path.person, Place.here())
    assert picture is not None and picture.now <= now() + timedelta(days=3)
    return picture
