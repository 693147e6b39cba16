"""One story, written on in two windows: whichever was opened before never takes the place of newer words.

As that of shares, which stand on the same floor.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from openchair.stories.models import Story

CONFLICT = 409  # what a page that keeps itself is answered then: it says nothing, and its words stay in it
_MOST = 40  # signs of a page's name that are kept


class WrittenElsewhere(Exception):
    """Nothing is kept: another window kept more since this page was opened."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page in which somebody writes, and the mark of the draft that stood in it when it was opened."""

    name: str = ""
    begun: str | None = None

    @classmethod
    def of(cls, typed: Mapping[str, str]) -> Page:
        """The page from which this was sent."""
        return cls(typed.get("page", "")[:_MOST], typed.get("begun"))

    def is_older_than(self, draft: Story | None) -> bool:
        """Was the draft written on after this page was opened, and not in this page?"""
        if draft is None or self.begun is None or self.begun == draft.as_drafted:
            return False
        return not (draft.about and self.name and draft.about.page == self.name)


ALONE = Page()


def words_elsewhere(typed: Mapping[str, str], draft: Story | None) -> str:
    """What stands in the draft by now, for the page that is older; empty for any other."""
    told = draft.says if draft and Page.of(typed).is_older_than(draft) else None
    return told.text if told else ""
