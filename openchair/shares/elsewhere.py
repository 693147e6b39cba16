"""What stands in a draft that was written on in another window."""

from collections.abc import Mapping
from typing import Protocol

from openchair.kit.two_windows import Drafted, Page
from openchair.shares.told import Told


class Begun(Drafted, Protocol):
    """A share that is begun, or a turn."""

    @property
    def says(self) -> Told | None:
        """What was told."""


def words_elsewhere(typed: Mapping[str, str], draft: Begun | None) -> str:
    """What stands in the draft by now, for the page that is older; empty for any other."""
    told = draft.says if draft and Page.of(typed).is_older_than(draft) else None
    return "\n\n".join(one for one in (told.words, told.other) if one) if told else ""
