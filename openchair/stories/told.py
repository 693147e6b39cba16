"""What somebody tells in one story, and the compact form in which it is sealed.

It lies in two columns: what stands on the story's back, for lists, and the words, for reading.
What a story is about is as private as its words: a table that said who wrote of setbacks would say too much.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from openchair.people.topics import Topic
from openchair.vault.results import Unreadable

MOST_SECTIONS: Final = 20
MOST_SIGNS: Final = 40_000  # of all headings and words together
TITLE_LENGTH: Final = 120
HEADING_LENGTH: Final = 120
OTHER_LENGTH: Final = 60
_BETWEEN: Final = re.compile(r"\n\s*\n")


class Theme(TextChoices):
    """What a story speaks of; several at once."""

    START = "start", _("The first steps")
    FAMILY = "family", _("Family")
    WORK = "work", _("Work")
    MONEY = "money", _("Money and debts")
    SETBACK = "setback", _("Setbacks")
    ASKING = "asking", _("Asking for help")
    FAITH = "faith", _("Faith, or none")
    MEDICATION = "medication", _("Medication")
    ALONE = "alone", _("Loneliness")
    JOY = "joy", _("Joy")


class Stage(TextChoices):
    """From where it is told."""

    DAYS = "days", _("First days")
    MONTHS = "months", _("First months")
    YEARS = "years", _("First years")
    LATER = "later", _("Later on")
    BESIDE = "beside", _("Somebody who loves somebody")


class Beginning(TextChoices):
    """A heading to begin under, for whoever likes one."""

    BEFORE = "before", _("What it was like")
    CHANGE = "change", _("What changed")
    NOW = "now", _("What my days are like now")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a story; the heading can be empty."""

    heading: str = ""
    words: str = ""

    @property
    def paragraphs(self) -> list[str]:
        """The words, cut where an empty line stands."""
        return [one for one in _BETWEEN.split(self.words) if one.strip()]


@dataclass(frozen=True, slots=True)
class About:
    """What stands on a story's back. `other` is a care note in the writer's own words, beside our topics.

    `minutes`: how long it takes to read aloud. `language`: empty for that of the group. `page`: of a draft,
    on which page it was written last (`kit/two_windows.py`).
    """

    title: str = ""
    themes: tuple[str, ...] = ()
    stage: str = ""
    topics: tuple[str, ...] = ()
    other: str = ""
    language: str = ""
    minutes: int = 1
    page: str = ""

    def __post_init__(self) -> None:
        """Raises ValueError for a code that is none of ours."""
        known = set(self.themes) <= set(Theme.values) and set(self.topics) <= set(Topic.values)
        if not known or self.stage not in {"", *Stage.values}:
            raise ValueError("none of ours")

    @property
    def care(self) -> list[str]:
        """What the care note names; nothing when there is none."""
        return [*(str(Topic(one).label) for one in self.topics), *([self.other] if self.other else [])]

    @property
    def theme_names(self) -> list[str]:
        """The themes in words."""
        return [str(Theme(one).label) for one in self.themes]

    @property
    def stage_name(self) -> str:
        """From where it is told, in words; empty when the writer did not say."""
        return str(Stage(self.stage).label) if self.stage else ""

    @property
    def found_under(self) -> list[str]:
        """Where in the library it stands: its stage, then its themes, in words."""
        return [*([self.stage_name] if self.stage else []), *self.theme_names]

    def as_kept(self) -> str:
        """Compact JSON without what was not said."""
        said: dict[str, object] = {
            "t": self.title,
            "h": [str(one) for one in self.themes],
            "s": str(self.stage),
            "c": [str(one) for one in self.topics],
            "o": self.other,
            "l": self.language,
            "m": self.minutes,
            "p": self.page,
        }
        return json.dumps({name: one for name, one in said.items() if one}, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Told:
    """One story. `aside`: the section that was removed last, to be put back until the story is placed."""

    about: About
    sections: tuple[Section, ...] = (Section(),)
    aside: Section | None = None

    @property
    def text(self) -> str:
        """All of it as plain words, for whoever is shown it outside of the library."""
        parts = [part for one in self.sections for part in (one.heading, one.words) if part]
        return "\n\n".join([self.about.title, *parts])

    def sections_kept(self) -> str:
        """The sections, and what was put aside, as compact JSON."""
        kept = [[one.heading, one.words] for one in self.sections]
        aside = [[self.aside.heading, self.aside.words]] if self.aside else []
        return json.dumps([kept, aside], ensure_ascii=False, separators=(",", ":"))


def about_in(kept: str) -> About | None:
    """What `About.as_kept` gave; None where the seal is broken or the key is gone."""
    if isinstance(kept, Unreadable):
        return None
    said = json.loads(kept)
    return About(
        title=said.get("t", ""),
        themes=tuple(said.get("h", ())),
        stage=said.get("s", ""),
        topics=tuple(said.get("c", ())),
        other=said.get("o", ""),
        language=said.get("l", ""),
        minutes=said.get("m", 1),
        page=said.get("p", ""),
    )


def told_in(about: About | None, kept: str) -> Told | None:
    """The whole story, from its two columns; None where one cannot be read."""
    if about is None or isinstance(kept, Unreadable):
        return None
    sections, aside = json.loads(kept)
    return Told(about, tuple(Section(*one) for one in sections), Section(*aside[0]) if aside else None)
