"""What the answers of a check-in are called, in the reader's language."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Choices = list[tuple[str, str | Promise]]

MOODS: Final[Choices] = [
    ("1", pgettext_lazy("mood", "very low")),
    ("2", pgettext_lazy("mood", "low")),
    ("3", pgettext_lazy("mood", "okay")),
    ("4", pgettext_lazy("mood", "good")),
    ("5", pgettext_lazy("mood", "very good")),
]
CRAVINGS: Final[Choices] = [(str(number), str(number)) for number in range(11)]
HALT: Final[Choices] = [
    ("hungry", _("hungry")),
    ("angry", _("angry")),
    ("lonely", _("lonely")),
    ("tired", _("tired")),
]
PLANS: Final[Choices] = [
    ("kept", _("I kept my plan")),
    ("partly", _("partly")),
    ("not-today", _("not today")),
    ("unsaid", _("rather not say")),
]
TALKED: Final[Choices] = [("yes", _("I did")), ("no", _("not yet"))]
EVENINGS: Final[Choices] = [
    ("1", pgettext_lazy("evening", "easy")),
    ("2", pgettext_lazy("evening", "mostly easy")),
    ("3", pgettext_lazy("evening", "in between")),
    ("4", pgettext_lazy("evening", "hard")),
    ("5", pgettext_lazy("evening", "nearly impossible")),
]

HABITS: Final[Choices] = [
    ("call", _("Call someone")),
    ("walk", _("A walk")),
    ("meeting", _("A meeting")),
    ("medication", _("Medication as prescribed")),
    ("sleep", _("To bed in time")),
    ("own", _("In my own words")),
]


def said(choices: Choices, value: object) -> str:
    """The word for a value; nothing for one that was not told."""
    return str(dict(choices).get(str(value), "")) if value is not None else ""
