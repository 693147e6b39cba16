"""The built-in run-sheet, in words of ours that any group can use as they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

CLOSING: Final = "closing"


@dataclass(frozen=True, slots=True)
class Built:
    """One step. `part`: when it comes, as a part of the whole time; at most `latest` after the beginning."""

    key: str
    title: StrPromise
    words: StrPromise
    part: float
    latest: timedelta | None = None


RUN_SHEET: Final = (
    Built(
        "opening",
        _("Opening words"),
        _(
            "Welcome. This meeting is open for days, so that nobody needs to be free at one hour. Come when "
            "you can, stay as long as you like. You may write, and you may just listen."
        ),
        0,
    ),
    Built(
        "lead",
        _("The lead share"),
        _("Somebody begins and tells a little of their own way. Read it when you have a quiet moment."),
        1 / 48,
        timedelta(hours=2),
    ),
    Built(
        "open",
        _("The circle is open"),
        _("Whoever likes writes a turn, about this or about whatever today is like. A sentence is enough."),
        1 / 8,
        timedelta(hours=12),
    ),
    Built(
        "question",
        _("A question half way"),
        _(
            "We are half way. If you look for a beginning: what was one small thing that helped you lately? "
            "Any other answer is welcome too."
        ),
        1 / 2,
    ),
    Built(
        "last-words",
        _("Last words"),
        _(
            "The circle closes soon. If you have read along until now, there is still room for a line. If "
            "somebody’s words stayed with you, let them know."
        ),
        5 / 6,
    ),
    Built(
        CLOSING,
        _("Closing"),
        _(
            "Thank you to everybody who wrote, and to everybody who read. What was said here stays here. Go "
            "gently, and come back."
        ),
        1,
    ),
)
KEYS: Final = tuple(one.key for one in RUN_SHEET)


def built(key: str) -> Built:
    """The built-in step of that key. Raises KeyError."""
    return {one.key: one for one in RUN_SHEET}[key]


def moments(begins: datetime, ends: datetime) -> Iterator[tuple[str, datetime]]:
    """Each step with the moment from which it stands, spread over the whole time."""
    for one in RUN_SHEET:
        after = (ends - begins) * one.part
        yield one.key, begins + (min(after, one.latest) if one.latest else after)
