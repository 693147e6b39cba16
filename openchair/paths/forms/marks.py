"""Which days are worth marking: one's own, and those of a group's set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.kit.words import LineField
from openchair.paths.about import About
from openchair.paths.milestones import Milestone, Unit, marks_of
from openchair.paths.models.group_set import NAME_LENGTH
from openchair.paths.saying import YEAR, name_of

MOST: Final = 24  # numbers in one field
FARTHEST: Final = {"days": 36_500, "months": 1_200, "years": 100}
SETS: Final = [
    ("early", gettext_lazy("The first three weeks: 24 hours, 2, 3, 5, 7, 10, 14, 21 days")),
    ("usual", gettext_lazy("30, 60, 90 days, 6 and 9 months, a year, 18 months, every year")),
    ("weeks", gettext_lazy("The first four weeks, 2, 3, 6, 9 months, every year")),
    ("monthly", gettext_lazy("Every month of the first year, then every year")),
    ("hundreds", gettext_lazy("100, 500, 1,000 days, and every thousand")),
]


class MarksForm(forms.Form):
    """Numbers of days, months and years, as many as one likes up to two dozen of each."""

    days = LineField(max_length=160, required=False, label=gettext_lazy("Days"))
    months = LineField(max_length=160, required=False, label=gettext_lazy("Months"))
    years = LineField(max_length=160, required=False, label=gettext_lazy("Years"))

    def clean_days(self) -> tuple[int, ...]:
        """Numbers of days."""
        return self._numbers("days")

    def clean_months(self) -> tuple[int, ...]:
        """Numbers of months."""
        return self._numbers("months")

    def clean_years(self) -> tuple[int, ...]:
        """Numbers of years."""
        return self._numbers("years")

    @property
    def own_days(self) -> tuple[int, ...]:
        """The days that were written."""
        days: tuple[int, ...] = self.cleaned_data["days"]
        return days

    @property
    def own_months(self) -> tuple[int, ...]:
        """The months that were written, and the years as months."""
        years = (number * YEAR for number in self.cleaned_data["years"])
        return tuple(sorted({*self.cleaned_data["months"], *years}))

    def _numbers(self, name: str) -> tuple[int, ...]:
        parts = [part for part in re.split(r"[\s,;]+", self.cleaned_data[name]) if part]
        if not all(re.fullmatch(r"[0-9]{1,5}", part) and 0 < int(part) <= FARTHEST[name] for part in parts):
            raise forms.ValidationError(
                _("Write numbers from 1 to %(most)d, such as 2, 6.") % {"most": FARTHEST[name]}
            )
        if len(parts) > MOST:
            raise forms.ValidationError(_("Up to two dozen can be marked."))
        return tuple(sorted({int(part) for part in parts}))


class PathMarksForm(MarksForm):
    """Ready-made sets, what is left out of them, and one's own."""

    sets = forms.MultipleChoiceField(choices=SETS, required=False, label=gettext_lazy("Ready-made sets"))
    without = forms.MultipleChoiceField(required=False, label=gettext_lazy("Leave these out"))

    def __init__(self, data: Mapping[str, object] | None, *, about: About) -> None:
        chosen = {"sets": about.sets, "without": about.without}
        super().__init__(data, initial={**chosen, **typed(about.own_days, about.own_months)})
        self.kept = about
        whole = marks_of(replace(about, own_days=(), own_months=(), without=()))
        gone = {Milestone.of_key(key) for key in about.without}
        without = cast(forms.MultipleChoiceField, self.fields["without"])
        without.choices = [(one.key, name_of(one)) for one in (*whole, *sorted(gone - {*whole}))]
        for name in ("sets", "without"):
            self.fields[name].error_messages["invalid_choice"] = _("Choose only from these.")

    @property
    def about(self) -> About:
        """The path, with other days to mark. What one wrote oneself is never left out."""
        days, months = self.own_days, self.own_months
        own = {Milestone(Unit.DAYS, one).key for one in days} | {
            Milestone(Unit.MONTHS, one).key for one in months
        }
        without = tuple(key for key in self.cleaned_data["without"] if key not in own)
        sets = tuple(self.cleaned_data["sets"])
        return replace(self.kept, sets=sets, own_days=days, own_months=months, without=without)


class GroupSetForm(MarksForm):
    """A set of a group: its name, and at least one number."""

    name = LineField(max_length=NAME_LENGTH, label=gettext_lazy("What is it called?"))
    field_order = ("name", "days", "months", "years")

    def __init__(
        self, data: Mapping[str, object] | None, *, name: str = "", marks: Iterable[Milestone] = ()
    ) -> None:
        held = list(marks)
        days = tuple(one.count for one in held if one.unit is Unit.DAYS)
        months = tuple(one.count for one in held if one.unit is Unit.MONTHS)
        super().__init__(data, initial={"name": name, **typed(days, months)})
        self.fields["name"].error_messages["required"] = _("Give it a name, such as: our round chips.")

    def clean(self) -> None:
        """A set marks something."""
        names = ("days", "months", "years")
        if not set(names) & set(self.errors) and not any(self.cleaned_data[name] for name in names):
            self.add_error("days", _("Write at least one number, of days, months or years."))

    @property
    def marks(self) -> list[Milestone]:
        """What it marks."""
        days = [Milestone(Unit.DAYS, one) for one in self.own_days]
        return [*days, *(Milestone(Unit.MONTHS, one) for one in self.own_months)]


def typed(days: tuple[int, ...], months: tuple[int, ...]) -> dict[str, str]:
    """Numbers as they stand in the three fields."""
    return {
        "days": ", ".join(map(str, days)),
        "months": ", ".join(str(one) for one in months if one % YEAR),
        "years": ", ".join(str(one // YEAR) for one in months if one % YEAR == 0),
    }
