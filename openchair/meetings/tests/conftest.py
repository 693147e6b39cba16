from collections.abc import Iterator

import pytest
import time_machine

from openchair.meetings.tests.recipes import NOW
from tests.cast import Cast, ready_place, the_cast


@pytest.fixture
def noon() -> Iterator[None]:
    """The clock stands still at NOW, a Monday noon in UTC."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def cast(db: None, noon: None) -> Cast:
    """Everybody we know, at noon; Harbour is not listed."""
    return the_cast()


@pytest.fixture
def place(db: None, noon: None) -> None:
    """A place whose first run is over, at noon."""
    ready_place()
