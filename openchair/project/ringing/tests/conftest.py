"""A ring of each test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from openchair.vault import opened
from openchair.vault.ring import Ring


@pytest.fixture
def ring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ring]:
    """The ring of this place, which is not made yet."""
    monkeypatch.setattr(settings, "OPENCHAIR_RING", tmp_path / "ring")
    monkeypatch.setattr(settings, "OPENCHAIR_RING_COPY", tmp_path / "ring" / "copy")
    monkeypatch.setattr(settings, "OPENCHAIR_KEYS", tmp_path / "keys")
    opened.ring.cache_clear()
    opened.KEYS.forget()
    yield opened.ring()
    opened.ring().close()
    opened.ring.cache_clear()
    opened.KEYS.forget()
