"""A text as it is meant: digits of every script are 0 to 9, what nobody sees is gone. It knows the way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

# Marks on letters, signs without a width, joiners, soft hyphens: none of them makes a digit another digit.
_UNSEEN: Final = {"Cf", "Mn", "Me"}
_DOTS: Final = {"\u3002": ".", "\uff61": ".", "\u2024": ".", "\u2044": "/", "\u2019": "'", "\u02bc": "'"}


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` to look in; each of its letters came from `starts[i]:ends[i]` of what was written."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of `text` stands in what was written."""
        return self.starts[start], self.ends[end - 1]

    def replaced(self, what: re.Pattern[str], by: Callable[[re.Match[str]], str]) -> Folded:
        """With every match said otherwise; a letter put in stands for the whole match."""
        text, starts, ends, done = [], list[int](), list[int](), 0
        for found in what.finditer(self.text):
            a, b = found.span()
            said = by(found)
            start, end = self.written(a, b)
            text += [self.text[done:a], said]
            starts += [*self.starts[done:a], *([start] * len(said))]
            ends += [*self.ends[done:a], *([end] * len(said))]
            done = b
        text.append(self.text[done:])
        return Folded("".join(text), [*starts, *self.starts[done:]], [*ends, *self.ends[done:]])


def fold(written: str) -> Folded:
    """One pass over what was written."""
    if written.isascii():
        return Folded(written, range(len(written)), range(1, len(written) + 1))
    text, starts, ends = list[str](), list[int](), list[int]()
    for at, letter in enumerate(written):
        said = letter if letter.isascii() else _plainly(letter)
        text.append(said)
        starts += [at] * len(said)
        ends += [at + 1] * len(said)
    return Folded("".join(text), starts, ends)


def _plainly(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind in _UNSEEN:
        return ""
    if kind == "Pd":
        return "-"
    digit = unicodedata.digit(letter, None)
    if digit is not None:
        return str(digit)
    plain = _DOTS.get(letter) or unicodedata.normalize("NFKC", letter)
    return "".join(one for one in plain if unicodedata.category(one) not in _UNSEEN)
