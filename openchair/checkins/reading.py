"""One sentence about two weeks, asked as a question: what a plot may mean is for its owner to say."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from statistics import mean
from typing import Final

from django.utils.translation import gettext as _

from openchair.checkins.told import Told

ENOUGH: Final = 3  # days in each week; of fewer nothing is said
CRAVING_STEP: Final = 1.0  # of ten
MOOD_STEP: Final = 0.75  # of four
Days = Mapping[date, Told]


def sentence(days: Days, today: date) -> str:
    """How the last seven days compare with the seven before; nothing when there is little to go by."""
    craving = _change(days, today, lambda told: told.craving)
    if craving is not None and abs(craving) >= CRAVING_STEP:
        if craving < 0:
            return _("Cravings were lower this week than last. Is that right?")
        return _("Cravings were stronger this week than last. Is that right?")
    mood = _change(days, today, lambda told: told.mood)
    if mood is not None and abs(mood) >= MOOD_STEP:
        if mood > 0:
            return _("Your mood was higher this week than last. Is that right?")
        return _("Your mood was lower this week than last. Is that right?")
    return _("This week was much like the last. Is that right?") if mood is not None else ""


def _change(days: Days, today: date, of: Callable[[Told], int | None]) -> float | None:
    this, last = _week(days, today, of), _week(days, today - timedelta(days=7), of)
    if len(this) < ENOUGH or len(last) < ENOUGH:
        return None
    return mean(this) - mean(last)


def _week(days: Days, until: date, of: Callable[[Told], int | None]) -> list[int]:
    week = (days.get(until - timedelta(days=ago)) for ago in range(7))
    return [value for told in week if told and (value := of(told)) is not None]
