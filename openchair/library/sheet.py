"""What a run-sheet is made of. Words are translated when they are shown, not when they are loaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

Kind = Literal["opening", "reading", "shares", "speaker", "questions", "burning", "closing"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A short text that a member can claim beforehand and read to the others."""

    key: str
    title: StrPromise
    text: StrPromise


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a meeting.

    `line` is what the chair may say, in one to four short sentences; `note` is for the chair's eyes;
    `minutes` is about how long it takes. A step of kind "reading" names its reading by `reading`.
    """

    key: str
    kind: Kind
    title: StrPromise
    line: StrPromise
    note: StrPromise
    minutes: int
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Script:
    """A whole meeting from the first word to the last."""

    key: str
    name: StrPromise
    about: StrPromise
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """About how long the whole meeting takes."""
        return sum(step.minutes for step in self.steps)

    @property
    def readings(self) -> tuple[str, ...]:
        """The keys of the readings that can be claimed, in the order of the meeting."""
        return tuple(step.reading for step in self.steps if step.reading)

    def step(self, key: str) -> Step:
        """The step of that key. Raises KeyError when there is none."""
        return {step.key: step for step in self.steps}[key]
