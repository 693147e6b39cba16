"""A ring of each test's own, and tables for sealed words that belong to no app."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from pytest_django import DjangoDbBlocker

from openchair.vault import opened
from openchair.vault.keks import KeyFolder
from openchair.vault.ring import Ring
from openchair.vault.tests.stories import ALL

MEMORY = Path("/dev/shm")  # noqa: S108 - a folder in it is made by tempfile


@pytest.fixture
def ring(tmp_path: Path) -> Iterator[Ring]:
    """A ring that was just made, in memory where there is such a folder."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else tmp_path) as folder:
        place = Path(folder)
        made = Ring(
            place / "ring" / "ring.sqlite3",
            place / "ring" / "copy" / "ring.sqlite3",
            KeyFolder(place / "keys"),
        )
        made.begin()
        yield made
        made.close()


@pytest.fixture
def here(ring: Ring, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ring]:
    """The same, as the ring of this place."""
    monkeypatch.setattr(settings, "OPENCHAIR_RING", ring.path.parent)
    monkeypatch.setattr(settings, "OPENCHAIR_RING_COPY", ring.copy.parent)
    monkeypatch.setattr(settings, "OPENCHAIR_KEYS", ring.keys.folder)
    opened.ring.cache_clear()
    opened.KEYS.forget()
    yield opened.ring()
    opened.ring().close()
    opened.ring.cache_clear()
    opened.KEYS.forget()


@pytest.fixture(scope="session")
def story_tables(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Tables of models that no app has."""
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        for model in ALL:
            editor.create_model(model)


@pytest.fixture
def stories(story_tables: None, here: Ring, db: None) -> Ring:
    """The tables and the ring of this place."""
    return here
