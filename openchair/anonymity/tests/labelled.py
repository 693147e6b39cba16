"""Lines of which somebody said what in them should be pointed at: invented, in several languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from openchair.anonymity.finding import Found

LINES = Path(__file__).parent / "lines"
_MARKED = re.compile(r"⟦(.*?)⟧")
Finder = Callable[[str], Sequence[Found]]


@dataclass(frozen=True, slots=True)
class Line:
    """`kind` is empty where nothing should be pointed at."""

    text: str
    kind: str = ""
    start: int = 0
    end: int = 0

    def is_hit(self, found: Iterable[Found]) -> bool:
        """Was a part of it pointed at, as what it is?"""
        return any(one.kind == self.kind and one.start < self.end and self.start < one.end for one in found)

    def strays(self, found: Iterable[Found]) -> list[Found]:
        """What was pointed at and should not be."""
        if not self.kind:
            return list(found)
        return [one for one in found if not (one.start < self.end and self.start < one.end)]


def pointed(name: str = "pointed.txt") -> list[Line]:
    """What should be pointed at."""
    lines = []
    for row in _rows(name):
        kind, said = row.split(" | ", maxsplit=1)
        mark = _MARKED.search(said)
        assert mark, row
        text = said.replace("⟦", "").replace("⟧", "")
        lines.append(Line(text, kind, mark.start(), mark.start() + len(mark[1])))
    return lines


def left(name: str = "left.txt") -> list[Line]:
    """What should be left alone."""
    return [Line(row) for row in _rows(name)]


def _rows(name: str) -> list[str]:
    rows = (LINES / name).read_text(encoding="utf-8").splitlines()
    return [row for row in rows if row and not row.startswith("#")]
