"""Days and answers in words."""

from datetime import date
from typing import NamedTuple

from babel.dates import format_date
from django.utils.translation import get_language, to_locale
from django.utils.translation import gettext as _

from openchair.checkins.told import Told
from openchair.checkins.words import EVENINGS, HALT, MOODS, PLANS, TALKED, said


class Line(NamedTuple):
    """One answer: what was asked, and what was told."""

    term: str
    words: str


def lines_of(told: Told) -> list[Line]:
    """Everything that was told, in the order of the form; what was not said has no line."""
    talked = {True: "yes", False: "no"}.get(told.talked) if told.talked is not None else None
    halt = ", ".join(str(words) for value, words in HALT if value in told.halt)
    craving = _("%(number)d of 10") % {"number": told.craving} if told.craving is not None else ""
    lines = [
        Line(_("Mood"), said(MOODS, told.mood)),
        Line(_("Craving"), craving),
        Line(_("You were"), halt),
        Line(_("My plan"), said(PLANS, told.plan)),
        Line(_("Talked with someone in recovery"), said(TALKED, talked)),
        Line(_("One intention"), told.intention),
        Line(_("Looking back"), said(EVENINGS, told.evening)),
        Line(_("A note"), told.note),
    ]
    return [line for line in lines if line.words]


def day_named(day: date, today: date) -> str:
    """Today, Yesterday, or the date."""
    near = {0: _("Today"), 1: _("Yesterday")}
    return near.get((today - day).days) or full_date(day)


def full_date(day: date) -> str:
    """Such as *Monday 7 December*; of another year with it."""
    return format_date(day, "EEEE d MMMM y", locale=here())


def short_date(day: date) -> str:
    """Such as *7 Dec 2026*."""
    return format_date(day, "d MMM y", locale=here())


def here() -> str:
    """The reader's language, as Babel names it."""
    return to_locale(get_language() or "en")
