"""One's own days on Today: the rings, a gentle question, a chip that came today."""

from dataclasses import dataclass

from openchair.days.asking import Question, questions
from openchair.days.celebrating import due
from openchair.paths.chips import chip_id
from openchair.paths.picture import Picture, pictures_of
from openchair.paths.saying import Face, face, name_of
from openchair.people.requests import Request

MOST = 3


@dataclass(frozen=True, slots=True)
class Given:
    """A chip of today: its name, and where it lies."""

    name: str
    path_id: str
    chip_id: str


@dataclass(frozen=True, slots=True)
class YourDays:
    """Faces of up to three paths, and how many more there are."""

    faces: list[Face]
    more: int
    asked: list[Question]
    given: list[Given]


def your_days(request: Request) -> YourDays:
    """One question to the database, however many paths and years."""
    going = [one for one in pictures_of(request.person, request.place) if not one.reckoning.has_ended]
    given = [one for one in map(_given, going) if one]
    return YourDays([face(one) for one in going[:MOST]], len(going[MOST:]), questions(going)[:1], given)


def _given(picture: Picture) -> Given | None:
    coming = due(picture)
    if coming is None:
        return None
    return Given(name_of(coming.milestone), picture.path.public_id, chip_id(picture, coming.milestone))
