"""One place for all of these: they look and press, and leave nothing behind."""

from collections.abc import Iterator

import pytest

from tests.journeys.place import Place


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A place with the cast, shared by the whole folder."""
    here = Place(tmp_path_factory.mktemp("looks") / "place")
    here.prepare()
    here.start()
    yield here
    here.stop()
