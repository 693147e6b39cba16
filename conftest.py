"""What every test gets: a database of its own that threads can share, as in a place that is served."""

import os

import pytest
from django.db import connections

from openchair.people import hashing, limits
from openchair.project import gathering


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Each worker its own; SQLite in a file, for in memory a second thread is refused instead of waiting."""
    default = connections["default"].settings_dict
    if default["ENGINE"].endswith("sqlite3"):
        default["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "place.sqlite3")
    else:
        worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
        default["TEST"]["NAME"] = f"test_{default['NAME']}_{worker}"


@pytest.fixture(scope="session", autouse=True)
def styles_are_gathered() -> None:
    """Pages name their styles by hash, as in a place that is served; one worker gathers, the others wait."""
    gathering.gather()


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
