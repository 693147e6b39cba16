"""Where a host puts right told words that have a place of their own. Apps above add theirs as they start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from openchair.kit.ways import way
from openchair.safety.models import Report


@dataclass(frozen=True, slots=True)
class Place:
    """Where the way leads, and what it says. `acts`: it is pressed at once, whatever the host reads."""

    href: str
    label: str
    acts: bool = False


Finder = Callable[[Report], Place | None]


def _topic(report: Report) -> Place | None:
    if report.where != Report.Where.TOPIC or report.occurrence is None:
        return None
    there = way("meeting", report.occurrence.series.public_id)
    return Place(there, _("Go to the meeting, where a host takes topics back"))


_finders: list[Finder] = [_topic]


def register(finder: Finder) -> None:
    """Let `finder` say where words of its app are put right. Call it once, when the app starts."""
    if finder not in _finders:
        _finders.append(finder)


def place_of(report: Report) -> Place | None:
    """The place for these words; None where there is none, or they stand there no more."""
    return next((found for finder in _finders if (found := finder(report))), None)
