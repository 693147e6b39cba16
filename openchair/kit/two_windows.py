"""One draft, written on in two windows: whichever was opened before never takes the place of newer words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Protocol

CONFLICT: Final = 409  # what a page that keeps itself is answered: it says nothing, and its words stay in it
_MOST: Final = 40  # signs of a page's name that are kept


class Drafted(Protocol):
    """What somebody has begun to write."""

    @property
    def as_drafted(self) -> str:
        """Its mark; other words give another one."""

    @property
    def drafted_on(self) -> str:
        """The name of the page on which it was written last; empty when that is not known."""


class WrittenElsewhere(Exception):
    """Nothing is kept: another window kept more since this page was opened."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page in which somebody writes, and the mark of the draft that stood in it when it was opened.

    Without a mark it stands in nobody's way: whoever sends no page writes alone.
    """

    name: str = ""
    begun: str | None = None

    @classmethod
    def of(cls, typed: Mapping[str, str]) -> Page:
        """The page from which this was sent."""
        return cls(typed.get("page", "")[:_MOST], typed.get("begun"))

    def is_older_than(self, draft: Drafted | None) -> bool:
        """Was the draft written on after this page was opened, and not in this page?"""
        if draft is None or self.begun is None or self.begun == draft.as_drafted:
            return False
        return not (self.name and draft.drafted_on == self.name)

    def may_replace(self, draft: Drafted | None) -> None:
        """Raises WrittenElsewhere."""
        if self.is_older_than(draft):
            raise WrittenElsewhere


ALONE: Final = Page()
