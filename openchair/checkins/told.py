"""What somebody says in one check-in, and the compact form in which it is sealed."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Final

from openchair.vault.results import Unreadable

MOODS: Final = range(1, 6)  # very low … very good
CRAVINGS: Final = range(11)  # none … very strong
EVENINGS: Final = range(1, 6)  # easy … nearly impossible
HALT: Final = ("hungry", "angry", "lonely", "tired")
PLANS: Final = ("kept", "partly", "not-today", "unsaid")
_LETTERS: Final = {
    "mood": "m",
    "craving": "c",
    "halt": "h",
    "plan": "p",
    "talked": "t",
    "evening": "e",
    "intention": "i",
    "note": "n",
    "at": "a",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One check-in. Only `mood` is always there; `at` is the person's wall clock when it was first saved."""

    mood: int
    craving: int | None = None
    halt: tuple[str, ...] = ()
    plan: str = ""
    talked: bool | None = None
    evening: int | None = None
    intention: str = ""
    note: str = ""
    at: str = ""

    def __post_init__(self) -> None:
        """Raises ValueError for a number off its scale or a word that is none of ours."""
        on_scale = self.craving is None or self.craving in CRAVINGS
        looked_back = self.evening is None or self.evening in EVENINGS
        words = set(self.halt) <= set(HALT) and self.plan in {"", *PLANS}
        if self.mood not in MOODS or not (on_scale and looked_back and words):
            raise ValueError("off the scale")

    def as_kept(self) -> str:
        """Compact JSON without what was not said: most days fit into the smallest sealed box."""
        values = ((letter, getattr(self, name)) for name, letter in _LETTERS.items())
        said = {letter: value for letter, value in values if _is_said(value)}
        return json.dumps(said, ensure_ascii=False, separators=(",", ":"))

    def says_the_same_as(self, other: Told) -> bool:
        """Equal but for the time of day: a form that was sent twice."""
        return replace(self, at="") == replace(other, at="")


def told_in(kept: str) -> Told | None:
    """What `as_kept` gave; None where the seal is broken or the key is gone, so that the day is a gap."""
    if isinstance(kept, Unreadable):
        return None
    names = {letter: name for name, letter in _LETTERS.items()}
    said = {names[letter]: value for letter, value in json.loads(kept).items()}
    return Told(**{**said, "halt": tuple(said.get("halt", ()))})


def _is_said(value: object) -> bool:
    return value is not None and value not in ("", ())
