"""What somebody looks for, found in words whatever their accents and capitals. Pure."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from string import ascii_letters
from typing import Final, Self

MOST_WORDS: Final = 8
AROUND: Final = 70  # signs shown on each side of what was found


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text: the word as it was written, and what stands before and after it."""

    before: str
    found: str
    after: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words that a text must hold all of, anywhere in it, also within longer words."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, said: str) -> Self:
        """What was typed. Words after the eighth are let go; without any word nothing is found."""
        return cls(tuple(dict.fromkeys(_plain(said).split()))[:MOST_WORDS])

    @property
    def is_vague(self) -> bool:
        """True where it is nothing, or one letter that stands in every other word."""
        return not self.words or (len(self.words) == 1 and self.words[0] in ascii_letters)

    def stands_in(self, text: str) -> bool:
        """Does the text hold all of them?"""
        plain = _plain(text)
        return bool(self.words) and all(word in plain for word in self.words)

    def excerpt(self, text: str) -> Excerpt:
        """The text around the first place where one of the words stands; its beginning where none does."""
        plain, places = _with_places(text)
        at, word = min(((plain.find(one), one) for one in self.words if one in plain), default=(0, ""))
        if not word:
            return Excerpt("", "", _shortened(text[: 2 * AROUND], cut_after=len(text) > 2 * AROUND))
        start, end = places[at], places[at + len(word) - 1] + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        before, after = text[max(start - AROUND, 0) : start], text[end : end + AROUND]
        return Excerpt(
            _shortened(before, cut_before=start > AROUND),
            text[start:end],
            _shortened(after, cut_after=end + AROUND < len(text)),
        )


def _plain(text: str) -> str:
    """Without accents and capitals; wide and compatibility forms as their plain ones (Unicode NFKD)."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold()


def _with_places(text: str) -> tuple[str, list[int]]:
    """The plain text, and for each of its signs the place of the sign it came from."""
    plain: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        signs = _plain(sign)
        plain.append(signs)
        places.extend([place] * len(signs))
    return "".join(plain), places


def _shortened(piece: str, *, cut_before: bool = False, cut_after: bool = False) -> str:
    """On one line and in whole words, where there are spaces; three dots wherever something was left out."""
    line = piece.replace("\n", " ")
    if cut_before:
        line = "…" + (line.partition(" ")[2] if " " in line.strip() else line)
    if cut_after:
        line = (line.rpartition(" ")[0] if " " in line.strip() else line) + "…"
    return line
