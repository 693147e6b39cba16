"""The check-in: one thing is asked, everything else may be left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date, timedelta
from typing import Final

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from openchair.checkins.told import Told
from openchair.checkins.words import CRAVINGS, EVENINGS, HALT, MOODS, PLANS, TALKED
from openchair.kit.words import LineField, WordsField

INTENTION_LENGTH: Final = 120
NOTE_LENGTH: Final = 2000
STILL_WRITTEN: Final = timedelta(days=30)  # how long after a day it can be written for
Typed = MultiValueDict[str, str] | Mapping[str, object] | None
_PICK = {"invalid_choice": _("Choose one of the answers that are there.")}


def can_be_written(day: date, today: date) -> bool:
    """Is it today, or one of the last thirty days?"""
    return today - STILL_WRITTEN <= day <= today


class CheckInForm(forms.Form):
    """How a day is. `day` travels hidden, so that a form that was held up counts for the day it is about."""

    mood = forms.ChoiceField(
        label=_("How are you right now?"),
        choices=MOODS,
        error_messages={"required": _("Choose the word that comes closest."), **_PICK},
    )
    craving = forms.ChoiceField(
        label=_("Craving"), choices=CRAVINGS, required=False, error_messages=dict(_PICK)
    )
    halt = forms.MultipleChoiceField(
        label=_("Are you…"), choices=HALT, required=False, error_messages=dict(_PICK)
    )
    plan = forms.ChoiceField(label=_("My plan"), choices=PLANS, required=False, error_messages=dict(_PICK))
    talked = forms.ChoiceField(
        label=_("Talked with someone in recovery"),
        choices=TALKED,
        required=False,
        error_messages=dict(_PICK),
    )
    intention = LineField(label=_("One intention"), max_length=INTENTION_LENGTH, required=False)
    evening = forms.ChoiceField(
        label=_("Looking back, how was the day?"),
        choices=EVENINGS,
        required=False,
        error_messages=dict(_PICK),
    )
    note = WordsField(label=_("A note"), max_length=NOTE_LENGTH, required=False)
    day = forms.DateField()

    def __init__(self, data: Typed, *, today: date, initial: Mapping[str, object]) -> None:
        super().__init__(data, initial=dict(initial))
        self.today = today
        self.fields["day"].error_messages = dict.fromkeys(("required", "invalid"), self._no_such_day)

    _no_such_day = _("This page did not say which day it is for. Save again to keep it for today.")

    def clean_day(self) -> date:
        """Refuse a day to come, as when a clock was set back, and one that is long over."""
        day: date = self.cleaned_data["day"]
        if day > self.today:
            raise forms.ValidationError(
                _("That day has not begun where you are. Save again to keep it for today.")
            )
        if not can_be_written(day, self.today):
            raise forms.ValidationError(
                _("That day is more than a month ago. Save again to keep it for today.")
            )
        return day

    @property
    def is_whole(self) -> bool:
        """Were all questions asked? The card on Today asks for the mood alone."""
        return "whole" in self.data

    def told(self, before: Told | None, at: str) -> Told:
        """What was told. A card changes the mood of what was told before, and leaves the rest."""
        said = self.cleaned_data
        first = before.at if before else at
        if not self.is_whole and before:
            return replace(before, mood=int(said["mood"]))
        return Told(
            mood=int(said["mood"]),
            craving=_number(said["craving"]),
            halt=tuple(said["halt"]),
            plan=said["plan"],
            talked={"yes": True, "no": False}.get(said["talked"]),
            evening=_number(said["evening"]),
            intention=said["intention"],
            note=said["note"],
            at=first,
        )


def shown(told: Told | None) -> dict[str, object]:
    """What was told, as the form shows it."""
    if told is None:
        return {}
    talked = {True: "yes", False: "no"}.get(told.talked) if told.talked is not None else ""
    return {**asdict(told), "halt": list(told.halt), "talked": talked}


def _number(said: str) -> int | None:
    return int(said) if said else None
