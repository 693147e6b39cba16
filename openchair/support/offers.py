"""What higher floors may offer on the help page, such as a meeting that is on now.

The help page must stand when everything above it has fallen: an offer that raises is left out.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

from django.http import HttpRequest

logger = logging.getLogger(__name__)
AT_MOST = 3


@dataclass(frozen=True, slots=True)
class Offer:
    """One row: what it is, when it is in the reader's zone (the zone named), and the address to go to."""

    title: str
    when: str
    url: str


Source = Callable[[HttpRequest], Iterable[Offer]]
_sources: list[Source] = []


def register(source: Source) -> Source:
    """Ask `source` for offers each time the help page is shown. Call it once, from an `AppConfig.ready`."""
    if source not in _sources:
        _sources.append(source)
    return source


def forget(source: Source) -> None:
    """Ask `source` no more."""
    _sources.remove(source)


def offers(request: HttpRequest) -> list[Offer]:
    """At most three offers of all sources together; a source that fails gives none."""
    return [offer for source in _sources for offer in _asked(source, request)][:AT_MOST]


def _asked(source: Source, request: HttpRequest) -> list[Offer]:
    try:
        return list(islice(source(request), AT_MOST))
    except Exception as fault:  # noqa: BLE001 - any fault at all: the page matters more than the row
        logger.warning("an offer on the help page failed: %s", type(fault).__name__)
        return []
