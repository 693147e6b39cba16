"""When a line answers, said only as far as its source says it."""

import re
from dataclasses import dataclass
from datetime import time

from babel.dates import format_time
from django.utils.translation import gettext as _

_SPAN = re.compile(r"(daily|mon-sat|mon-fri) (\d\d:\d\d)-(\d\d:\d\d)")
_KINDS = {"24/7": "always", "limited": "limited", "not stated": "unstated"}


@dataclass(frozen=True, slots=True)
class Hours:
    """`kind` is always, limited, unstated, daily, mon-sat or mon-fri; the last three with local times."""

    kind: str
    opens: time | None = None
    closes: time | None = None

    @property
    def always(self) -> bool:
        """True only where the source says day and night; unknown hours are never that."""
        return self.kind == "always"


def parse_hours(words: str) -> Hours:
    """The hours of one row of the file. Raises ValueError for words that are not in its small grammar."""
    if words in _KINDS:
        return Hours(_KINDS[words])
    span = _SPAN.fullmatch(words)
    if span is None:
        raise ValueError(f"hours not understood: {words!r}")
    return Hours(span[1], time.fromisoformat(span[2]), time.fromisoformat(span[3]))


def say_hours(hours: Hours, language: str) -> str:
    """The hours as a phrase in the reader's language."""
    if hours.opens is None or hours.closes is None:
        return _fixed(hours.kind)
    times = {
        "opens": format_time(hours.opens, "short", locale=language),
        "closes": format_time(hours.closes, "short", locale=language),
    }
    if hours.kind == "mon-sat":
        return _("Monday to Saturday, %(opens)s to %(closes)s, their time") % times
    if hours.kind == "mon-fri":
        return _("Monday to Friday, %(opens)s to %(closes)s, their time") % times
    return _("Every day, %(opens)s to %(closes)s, their time") % times


def _fixed(kind: str) -> str:
    if kind == "always":
        return _("Day and night")
    return _("Not all day, hours not stated") if kind == "limited" else _("Hours not stated")
