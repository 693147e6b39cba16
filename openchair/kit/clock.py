"""The one clock. Everything that asks for the time asks here, so that tests can travel."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings


def now() -> datetime:
    """The present instant, aware, in UTC; shifted by a file of seconds in tests only."""
    present = datetime.now(UTC)  # the only place that may ask the machine
    shift: Path | None = settings.OPENCHAIR_CLOCK_SHIFT
    return present + _shift(shift) if shift else present


def _shift(path: Path) -> timedelta:
    try:
        return timedelta(seconds=float(path.read_text() or 0))
    except FileNotFoundError:
        return timedelta(0)
