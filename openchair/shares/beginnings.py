"""Ways to begin an answer: first what one heard. Each is left open, and none is ever sent as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from openchair.shares.answering import Composer
from openchair.shares.told import Need

_BEGINNINGS: Final[Mapping[str, tuple[Promise, ...]]] = {
    "": (
        _("I read this slowly. What stays with me is …"),
        _("It sounds as if … weighs on you. Did I hear that right?"),
        _("Thank you for putting this into words. I noticed …"),
        _("I have no answer to this. I am here, and I …"),
        _("When I read that …, I felt …"),
    ),
    Need.EXPERIENCE: (
        _("I know something like this. For me it was …"),
        _("I was in a place like yours when …"),
        _("What you say about … takes me back to …"),
        _("Mine went another way, and still I know the feeling of …"),
        _("What made it a little easier for me was …"),
    ),
    Need.COURAGE: (
        _("I see how much … asked of you."),
        _("It was hard, and still you … I will remember that."),
        _("I am glad that you …"),
        _("What gives me hope when I read this is …"),
        _("One small thing you did that I want to point at: …"),
    ),
    Need.IDEAS: (
        _("I hear that … is the hard part. One thing you could try is …"),
        _("You know yourself best. What I have seen help is …"),
        _("In your place I might begin with …"),
        _("I wonder whether … would be small enough to try."),
        _("Leave this one if it does not fit: …"),
    ),
    Need.SOMEONE: (
        _("I have just read this, and I am here until …"),
        _("You do not have to be alone with … I can listen."),
        _("It took something to ask. I have time …"),
        _("I would like to hear more about … Would … suit you?"),
        _("I hear that … Tell me more, whenever you like."),
    ),
}


def beginnings_for(composer: Composer | None, need: str) -> list[tuple[str, str]]:
    """Each with the key by which an address names it; none where no words are asked for."""
    if composer is None:
        return []
    return [(str(number), str(words)) for number, words in enumerate(_BEGINNINGS.get(need, ()), 1)]


def chosen(beginnings: list[tuple[str, str]], key: str) -> str:
    """The words of the one that was chosen; nothing for any other key."""
    return dict(beginnings).get(key, "")


def is_as_it_stood(words: str) -> bool:
    """Is this one of the beginnings and nothing more, in any language of ours?"""
    return _letters(words) in _all()


@cache
def _all() -> frozenset[str]:
    return frozenset(_in_every_language())


def _in_every_language() -> Iterator[str]:
    for code, _name in settings.LANGUAGES:
        with override(code):
            for beginnings in _BEGINNINGS.values():
                yield from (_letters(str(one)) for one in beginnings)


def _letters(words: str) -> str:
    """What counts: letters and numbers. A full stop more is no words of one's own."""
    return " ".join(re.findall(r"\w+", words.casefold()))
