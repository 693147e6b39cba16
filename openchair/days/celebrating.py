"""Congratulations, and how they stop. Nothing is queued here: what is due is counted from the ledger.

A part that sends them later (push, mail) asks `due` at the moment of sending, and registers how to drop what
it holds of a path, which happens in the same transaction in which a setback is noted.
"""

from collections.abc import Callable

from openchair.paths.milestones import Coming, is_quiet
from openchair.paths.models import Path
from openchair.paths.picture import Picture

Drop = Callable[[Path], None]
_drops: list[Drop] = []


def register(drop: Drop) -> Drop:
    """Call `drop` with a path whenever a setback is noted on it. Call it once, when the app starts."""
    if drop not in _drops:
        _drops.append(drop)
    return drop


def forget(drop: Drop) -> None:
    """Call `drop` no more."""
    _drops.remove(drop)


def drop_all(path: Path) -> None:
    """Nothing that was queued about this path is sent any more, on any channel."""
    for drop in _drops:
        drop(path)


def due(picture: Picture) -> Coming | None:
    """The milestone of this run that came today, for its owner alone.

    None within three days of a setback, and while numbers are hidden.
    """
    if picture.about.first == "none" or is_quiet(picture.reckoning, picture.now):
        return None
    today = picture.come_today
    return today[-1] if today else None
