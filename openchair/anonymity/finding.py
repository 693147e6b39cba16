"""What in a text could lead to somebody: where it stands, what it looks like, and why it matters.

Pure: a text goes in, spans come out, nothing is kept. Its time grows as the text does (`bench/guard.py`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from openchair.anonymity.addresses import links_in, mails_in
from openchair.anonymity.folding import fold
from openchair.anonymity.handles import handles_in
from openchair.anonymity.homes import homes_in
from openchair.anonymity.phones import phones_in


class Kind(StrEnum):
    """What it looks like."""

    EMAIL = "email"
    LINK = "link"
    PHONE = "phone"
    HANDLE = "handle"
    HOME = "address"


# With these somebody is reached, or led away from here.
CONTACT: Final = frozenset({Kind.EMAIL, Kind.LINK, Kind.PHONE, Kind.HANDLE})
_WHY: Final = {
    Kind.EMAIL: _("This looks like an e-mail address. Whoever reads here could keep it."),
    Kind.LINK: _("This looks like a link. It leads away from here, to a place that may keep who came."),
    Kind.PHONE: _("This looks like a phone number. Whoever reads here could keep it."),
    Kind.HANDLE: _("This looks like a name on another service. It could lead to you, and to who you know."),
    Kind.HOME: _("This looks like where somebody lives. Whoever reads here could keep it."),
}


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """`start` and `end` count letters of what was written."""

    start: int
    end: int
    kind: Kind

    @property
    def why(self) -> str | Promise:
        """A sentence for whoever wrote it."""
        return _WHY[self.kind]


def find(written: str, *, known: Collection[str] = frozenset()) -> list[Found]:
    """All of the kinds above, in order, nothing twice. `known`: numbers and hosts that are everybody's."""
    kept: list[Found] = []
    for one in sorted(_all(written, known), key=lambda one: (one.start, -one.end)):
        if kept and one.start < kept[-1].end:
            continue  # the number within a link is the link's
        kept.append(one)
    return kept


def _all(written: str, known: Collection[str]) -> Iterator[Found]:
    folded = fold(written)
    yield from (Found(*span, Kind.EMAIL) for span in mails_in(folded))
    yield from (Found(*span, Kind.LINK) for span in links_in(folded, known))
    yield from (Found(*span, Kind.PHONE) for span in phones_in(folded, known))
    yield from (Found(*span, Kind.HANDLE) for span in handles_in(folded))
    yield from (Found(*span, Kind.HOME) for span in homes_in(folded))
