"""Whose clock counts: that of a person's home, wherever a browser of theirs may be."""

from datetime import tzinfo

from openchair.people.models import Person, Place
from openchair.people.settling import home_of


def home_zone(person: Person, place: Place | None = None) -> tzinfo:
    """The clock on this person's wall; a fixed one when their zone is no more."""
    return home_of(person, place or Place.here()).clock


def city_of(zone: tzinfo) -> str:
    """A clock by its city: "Rome", "UTC+02:00"."""
    return str(zone).rpartition("/")[2].replace("_", " ")
