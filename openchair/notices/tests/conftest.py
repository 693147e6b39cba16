"""A kind of the tests' own, and a push service that is asked though it stands on this machine."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from pytest_django.fixtures import Settings

from openchair.notices import kinds
from openchair.notices.kinds import Cause, Kind
from openchair.notices.tests.push_service import PushOffice, serving
from openchair.people.models import Person
from tests.cast import Cast, the_cast


class Walks:
    """Whether a walk is still due: what an app above would know."""

    def __init__(self) -> None:
        self.done = False

    def is_due(self, _person: Person, _subject: str, _at: datetime) -> bool:
        """Until it was taken."""
        return not self.done


@pytest.fixture
def cast(db: None) -> Cast:
    """Everybody, in a place that is ready."""
    return the_cast()


@pytest.fixture
def walks() -> Iterator[Walks]:
    """A kind "walk" that is offered by itself, and a kind "answer" that comes from others."""
    found = Walks()
    for name, cause in (("walk", Cause.SET), ("answer", Cause.PEOPLE)):
        kinds.register(
            Kind(
                name=name,
                title=f"A {name}",
                why="Fresh air, and back in time.",
                line=lambda _person, _subject: "Time for a walk",
                link=lambda _subject: "/me/",
                is_due=found.is_due,
                alone=cause is Cause.SET,
                cause=cause,
            )
        )
    yield found
    for name in ("walk", "answer"):
        kinds.forget(name)


@pytest.fixture
def service(settings: Settings) -> Iterator[PushOffice]:
    """A push service."""
    settings.OPENCHAIR_PUSH_LOOPBACK = True
    with serving() as found:
        yield found
