"""What somebody says in one share, and the compact form in which it is sealed.

What a share is about is as private as its words: a table that said who had a setback would say too much.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from openchair.people.topics import Topic
from openchair.vault.results import Unreadable

MOST_WORDS: Final = 4000  # signs; a report copies them all
OTHER_LENGTH: Final = 60


class Kind(TextChoices):
    """What somebody shares."""

    CHALLENGE = "challenge", _("A challenge")
    VICTORY = "victory", _("A victory")
    SETBACK = "setback", _("A setback")
    GRATITUDE = "gratitude", _("Gratitude")
    QUESTION = "question", _("A question")
    STORY = "story", _("A story")
    TURN = "turn", _("A turn")  # said in a thread (`threads.py`), and nowhere to be chosen


class Need(TextChoices):
    """What would help. It shapes what others are offered to answer with (`answering.py`)."""

    LISTEN = "listen", _("Just listen")
    EXPERIENCE = "experience", _("Your experience")
    COURAGE = "courage", _("Encouragement")
    IDEAS = "ideas", _("Ideas")
    SOMEONE = "someone", _("Someone to talk to")


# Asked for each share of a list, and Django makes `values` anew each time.
_KINDS: Final = frozenset({"", *Kind.values})
_NEEDS: Final = frozenset({"", *Need.values})
_TOPICS: Final = frozenset(Topic.values)


@dataclass(frozen=True, slots=True)
class Told:
    """One share. `other` is a care note in the writer's own words, beside our topics.

    Only of a draft it may not be said yet of what `kind` it is, and only of one is it kept on which `page`
    it was written last (`kit/two_windows.py`).
    """

    words: str
    kind: str = Kind.CHALLENGE
    need: str = ""
    topics: tuple[str, ...] = ()
    other: str = ""
    page: str = ""

    def __post_init__(self) -> None:
        """Raises ValueError for a code that is none of ours."""
        if not (self.kind in _KINDS and self.need in _NEEDS and _TOPICS.issuperset(self.topics)):
            raise ValueError("none of ours")

    @property
    def label(self) -> str:
        """What it is, in a word or two."""
        return str(Kind(self.kind).label) if self.kind else ""

    @property
    def care(self) -> list[str]:
        """What the care note names; nothing when there is none."""
        return [*(str(Topic(one).label) for one in self.topics), *([self.other] if self.other else [])]

    def as_kept(self) -> str:
        """Compact JSON without what was not said."""
        said = {"w": self.words, "k": str(self.kind), "n": str(self.need)}
        said |= {"t": [str(one) for one in self.topics], "o": self.other, "p": self.page}  # type: ignore[dict-item]
        return json.dumps({name: one for name, one in said.items() if one}, ensure_ascii=False)


def told_in(kept: str) -> Told | None:
    """What `as_kept` gave; None where the seal is broken or the key is gone."""
    if isinstance(kept, Unreadable):
        return None
    said = json.loads(kept)
    topics, other = tuple(said.get("t", ())), said.get("o", "")
    return Told(said.get("w", ""), said.get("k", ""), said.get("n", ""), topics, other, said.get("p", ""))
