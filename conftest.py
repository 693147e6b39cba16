"""What every test gets: a database of its own that threads can share, as in a place that is served."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, connections
from hypothesis import settings as settings_of_properties

from openchair.people import hashing, limits
from openchair.project import gathering, languages
from openchair.vault import opened
from tests import tables

# How fast a machine is says nothing about whether the code is right.
settings_of_properties.register_profile("untimed", deadline=None)
settings_of_properties.load_profile("untimed")
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder in it is made by tempfile
tables.begin()  # before any worker is started


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What is written for one kind of database is left out on the other; that is no skipped test."""
    left_out = [one for one in items if one.get_closest_marker("sqlite") and connection.vendor != "sqlite"]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [one for one in items if one not in left_out]


@pytest.fixture(scope="session")
def own_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """This worker's files, in memory where there is such a folder: nobody waits for a disk."""
    with tempfile.TemporaryDirectory(
        dir=MEMORY if MEMORY.is_dir() else tmp_path_factory.getbasetemp()
    ) as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(own_folder: Path) -> None:
    """Each worker its own; SQLite in a file, for in memory a second thread is refused instead of waiting."""
    default = connections["default"].settings_dict
    if connection.vendor == "sqlite":
        default["TEST"]["NAME"] = str(own_folder / "place.sqlite3")
        tables.copy_file(own_folder / "place.sqlite3")
    else:
        worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
        default["TEST"]["NAME"] = f"test_{default['NAME']}_{worker}"


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """The file that was copied here is the database, and goes with its folder."""
    return connection.vendor == "sqlite"


@pytest.fixture(scope="session", autouse=True)
def a_ring(own_folder: Path) -> None:
    """A ring of this worker's own: each new person writes to it."""
    settings.OPENCHAIR_KEYS = own_folder / "keys"
    settings.OPENCHAIR_RING = own_folder / "ring"
    settings.OPENCHAIR_RING_COPY = own_folder / "ring" / "copy"
    opened.ring.cache_clear()
    opened.ring().begin()


@pytest.fixture(scope="session", autouse=True)
def words_are_compiled() -> None:
    """As at each start; who asks for a language before it is there goes without it ever after."""
    languages.compile_changed()


@pytest.fixture(scope="session", autouse=True)
def styles_are_gathered() -> None:
    """Pages name their styles by hash, as in a place that is served; one worker gathers, the others wait.

    Each client of a test is a server that begins: it looks for a file when it is asked for one, not before.
    """
    gathering.gather()
    settings.WHITENOISE_AUTOREFRESH = True


@pytest.fixture(autouse=True)
def nothing_was_tried_yet() -> None:
    """Tries of one test do not count in the next."""
    limits.forget()


@pytest.fixture(autouse=True)
def a_quick_hash(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words are hashed as slowly as in a real place only where that is what is tested."""
    if not request.node.get_closest_marker("journey"):
        monkeypatch.setattr(hashing.Argon2id, "memory_cost", 1024)
        monkeypatch.setattr(hashing.Argon2id, "time_cost", 1)
