"""Hours, how much somebody carries, and a line of the thread."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Final, cast

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from openchair.groups.models import Membership
from openchair.kit.words import WordsField
from openchair.roster.models import Carrying
from openchair.roster.models.carrying import MOST
from openchair.roster.models.debrief import MOST_WORDS
from openchair.roster.models.shift import LENGTHS
from openchair.support.pointing import staying_here

Typed = Mapping[str, object] | None
LONGEST_AWAY: Final = timedelta(days=180)


class HoursForm(forms.Form):
    """On which day, from when, for how long."""

    weekday = forms.TypedChoiceField(
        choices=list(WEEKDAYS.items()), coerce=int, label=gettext_lazy("On which day?")
    )
    begins = forms.TypedChoiceField(
        choices=[(hour, f"{hour:02}:00") for hour in range(24)],
        coerce=int,
        label=gettext_lazy("From when?"),
        initial=20,
    )
    minutes = forms.TypedChoiceField(coerce=int, label=gettext_lazy("For how long?"), initial=LENGTHS[0])

    def __init__(self, data: Typed) -> None:
        super().__init__(data)
        hours = [(one, ngettext("%(num)d hour", "%(num)d hours", one // 60)) for one in LENGTHS]
        length = cast(forms.TypedChoiceField, self.fields["minutes"])
        length.choices = [(one, words % {"num": one // 60}) for one, words in hours]
        for field in self.fields.values():
            field.error_messages |= dict.fromkeys(
                ("required", "invalid_choice"), _("Please choose one of these.")
            )

    @property
    def wall(self) -> time:
        """When it begins, on the reader's clock."""
        return time(self.cleaned_data["begins"])


class CarryingForm(forms.Form):
    """How often a week at most, and when one is away."""

    most = forms.TypedChoiceField(coerce=int, label=gettext_lazy("How often a week, at most?"))
    away_from = forms.DateField(required=False, label=gettext_lazy("First day away"))
    away_until = forms.DateField(required=False, label=gettext_lazy("Last day away"))

    def __init__(self, data: Typed, *, carrying: Carrying, today: date) -> None:
        told = {name: getattr(carrying, name) for name in ("most", "away_from", "away_until")}
        super().__init__(data, initial=told)
        self.today = today
        most = cast(forms.TypedChoiceField, self.fields["most"])
        most.choices = [(one, _often(one)) for one in range(1, MOST + 1)]
        most.error_messages |= dict.fromkeys(("required", "invalid_choice"), _("Please choose one of these."))
        for name in ("away_from", "away_until"):
            self.fields[name].error_messages["invalid"] = _("Give a day, like 2026-12-24, or leave it empty.")

    def clean(self) -> dict[str, object]:
        """Both days or none, in order, not over and not for ever."""
        told = self.cleaned_data
        first, last = told.get("away_from"), told.get("away_until")
        if self.errors:
            return told
        if bool(first) != bool(last):
            self.add_error("away_from" if last else "away_until", _("Give both days, or leave both empty."))
        elif first and last and last < first:
            self.add_error("away_until", _("The last day comes before the first."))
        elif last and last < self.today:
            self.add_error("away_until", _("This day is over. Leave both empty if you are back."))
        elif last and last > self.today + LONGEST_AWAY:
            self.add_error("away_until", _("Half a year at most. You can say it again then."))
        return told

    @property
    def away(self) -> tuple[date, date] | None:
        """The first and the last day, if there are any."""
        first, last = self.cleaned_data["away_from"], self.cleaned_data["away_until"]
        return (first, last) if first and last else None


class DebriefForm(forms.Form):
    """What one would say to the others."""

    words = WordsField(max_length=MOST_WORDS, label=gettext_lazy("What would you like to say?"))

    def __init__(self, data: Typed, *, by: Membership) -> None:
        super().__init__(data)
        self.by = by

    def clean_words(self) -> str:
        """Somebody new brings in no way to reach them."""
        return staying_here(self.cleaned_data["words"], by=self.by)


def _often(most: int) -> str:
    if most == 1:
        return _("Once")
    return _("Twice") if most == 2 else _("%(num)d times") % {"num": most}
