"""One suggestion after a check-in at most, and often none. It says what may help; nothing is scored."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.checkins.told import Told

STRONG = 7  # of ten


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A sentence, and the way there; some need no way."""

    why: str
    label: str = ""
    href: str = ""


def suggestion(told: Told) -> Suggestion | None:
    """The one that fits best: what presses most comes first, then what the body asks for."""
    return _pressing(told) or _halt(told)


def _pressing(told: Told) -> Suggestion | None:
    if told.craving is not None and told.craving >= STRONG:
        why = _("Most cravings pass within half an hour. You do not have to sit through it alone.")
        return Suggestion(why, _("Ten minutes, step by step"), reverse("help-now"))
    if told.mood == 1:
        return Suggestion(
            _("That sounds heavy. Someone can listen now."), _("Ways to reach someone"), reverse("help-now")
        )
    return None


def _halt(told: Told) -> Suggestion | None:
    if "lonely" in told.halt:
        return Suggestion(
            _("You can sit with others tonight. Listening is fine."), _("See meetings"), reverse("meetings")
        )
    if "hungry" in told.halt:
        return Suggestion(_("Something to eat first, if you can. The rest can wait a little."))
    if "tired" in told.halt:
        return Suggestion(_("Rest counts. One thing less today is all right."))
    if "angry" in told.halt:
        return Suggestion(_("A few minutes outside, or a call to someone, can take the edge off."))
    return None
