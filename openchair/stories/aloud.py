"""How long a story takes to be read aloud."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext as _

from openchair.stories.told import Section

WORDS_A_MINUTE: Final = 130  # an unhurried voice in a circle; a newsreader says about 160
SIGNS_A_MINUTE: Final = 260  # Chinese, Japanese and other scripts that put no spaces between words
LONG_WORD: Final = 30  # signs; what is longer is a line of such a script, or an address


def minutes_of(sections: Iterable[Section]) -> int:
    """Whole minutes, one at least, at 130 words a minute; where nothing parts words, at 260 signs."""
    words = [word for one in sections for word in f"{one.heading} {one.words}".split()]
    unparted = sum(len(word) for word in words if len(word) > LONG_WORD)
    parted = sum(len(word) <= LONG_WORD for word in words)
    return max(1, round(parted / WORDS_A_MINUTE + unparted / SIGNS_A_MINUTE))


def said(minutes: int) -> str:
    """ "About 6 minutes aloud"."""
    if minutes == 1:
        return _("about a minute aloud")
    return _("about %(minutes)d minutes aloud") % {"minutes": minutes}
