"""What stands in a draft that was written on in another window."""

from collections.abc import Mapping

from openchair.kit.two_windows import Page
from openchair.stories.models import Story


def words_elsewhere(typed: Mapping[str, str], draft: Story | None) -> str:
    """What stands in the draft by now, for the page that is older; empty for any other."""
    told = draft.says if draft and Page.of(typed).is_older_than(draft) else None
    return told.text if told else ""
