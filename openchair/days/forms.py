"""What people tell when something happened. Nothing of it has to be told."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.days.recipients import Recipient
from openchair.days.waiting import FARTHEST
from openchair.kit.words import WordsField
from openchair.paths.forms.dated import LINE_LENGTH
from openchair.paths.picture import Picture
from openchair.paths.saying import day

KEEP, ANEW = "keep", "anew"
TODAY, YESTERDAY, OTHER = "today", "yesterday", "other"
NOW, LATER = "now", "later"
MOST_PEOPLE: Final = 5


class HappenedForm(forms.Form):
    """On which path, and when. `choice` is the button that was pressed."""

    path = forms.ChoiceField(label=gettext_lazy("On which path?"))
    when = forms.ChoiceField(
        choices=[
            (TODAY, gettext_lazy("Today")),
            (YESTERDAY, gettext_lazy("Yesterday")),
            (OTHER, gettext_lazy("Another day")),
        ],
        required=False,
        label=gettext_lazy("When was it?"),
    )
    on = forms.DateField(required=False, label=gettext_lazy("The other day"))

    def __init__(
        self, data: Mapping[str, object] | None, *, pictures: Sequence[Picture], chosen: str = ""
    ) -> None:
        self.pictures = {one.path.public_id: one for one in pictures}
        first = chosen if chosen in self.pictures else next(iter(self.pictures), "")
        super().__init__(data, initial={"path": first, "when": TODAY})
        choice = cast(forms.ChoiceField, self.fields["path"])
        choice.choices = [(key, one.about.label) for key, one in self.pictures.items()]
        choice.error_messages |= dict.fromkeys(("required", "invalid_choice"), _("Choose one of your paths."))
        self.fields["on"].error_messages["invalid"] = _("Choose a date that is in the calendar.")

    def clean(self) -> None:
        """A day that has come, and on which the path had begun."""
        picture = self.pictures.get(self.cleaned_data.get("path", ""))
        if picture is None or "on" not in self.cleaned_data:
            return
        on, today = self._on(picture), picture.reckoning.today
        if on is None:
            self.add_error("on", _("Choose the day, or choose today."))
        elif on > today:
            self.add_error("on", _("This day has not come yet. Choose today or an earlier day."))
        elif on < picture.start.on:
            trouble = _("This is before the path began, on %(date)s.")
            self.add_error("on", trouble % {"date": day(picture.start.on)})
        else:
            self.cleaned_data["on"] = on

    @property
    def picture(self) -> Picture:
        """The path that was chosen."""
        return self.pictures[self.cleaned_data["path"]]

    @property
    def day(self) -> date:
        """The day that was chosen."""
        on: date = self.cleaned_data["on"]
        return on

    def _on(self, picture: Picture) -> date | None:
        when, today = self.cleaned_data.get("when") or TODAY, picture.reckoning.today
        typed: date | None = self.cleaned_data["on"]
        return {TODAY: today, YESTERDAY: today - timedelta(days=1), OTHER: typed}[when]


class LinesForm(forms.Form):
    """Three lines for oneself, who should know, and when."""

    going_on = WordsField(max_length=LINE_LENGTH, required=False, label=gettext_lazy("What was going on?"))
    helped = WordsField(
        max_length=LINE_LENGTH, required=False, label=gettext_lazy("What helped, even a little?")
    )
    next_day = WordsField(
        max_length=LINE_LENGTH, required=False, label=gettext_lazy("What do the next 24 hours need?")
    )
    tell = forms.MultipleChoiceField(required=False, label=gettext_lazy("Who should know?"))
    people = forms.MultipleChoiceField(required=False, label=gettext_lazy("People in your groups"))
    when = forms.ChoiceField(
        choices=[(NOW, gettext_lazy("Now")), (LATER, gettext_lazy("On a later day"))],
        required=False,
        label=gettext_lazy("When should they know?"),
    )
    on = forms.DateField(required=False, label=gettext_lazy("That day"))

    def __init__(
        self,
        data: Mapping[str, object] | None,
        *,
        lines: Sequence[str],
        today: date,
        recipients: Sequence[Recipient],
    ) -> None:
        kept = dict(zip(("going_on", "helped", "next_day"), lines, strict=False))
        super().__init__(data, initial={**kept, "when": NOW})
        self.today, self.recipients = today, {one.key: one for one in recipients}
        for name in ("tell", "people"):
            choice = cast(forms.MultipleChoiceField, self.fields[name])
            held = [one for one in recipients if one.one_of_many == (name == "people")]
            choice.choices = [(one.key, one.name) for one in held]
            choice.error_messages["invalid_choice"] = _("Choose only from these.")
        self.fields["on"].error_messages["invalid"] = _("Choose a date that is in the calendar.")

    def clean(self) -> None:
        """A later day needs somebody to be told on it, and comes within two weeks."""
        if len(self.cleaned_data.get("people", ())) > MOST_PEOPLE:
            self.add_error("people", _("Choose up to five people."))
        if self.cleaned_data.get("when") != LATER or {"on", "tell", "people"} & set(self.errors):
            return
        on, last = self.cleaned_data["on"], self.today + FARTHEST
        if not self.chosen:
            self.add_error("tell", _("Choose who should know on that day."))
        if on is None or not self.today < on <= last:
            self.add_error("on", _("Choose a day from tomorrow to %(date)s.") % {"date": day(last)})

    @property
    def lines(self) -> tuple[str, ...]:
        """The three of them; empty ones too."""
        return tuple(self.cleaned_data[name] for name in ("going_on", "helped", "next_day"))

    @property
    def chosen(self) -> list[Recipient]:
        """Who should know; empty for nobody."""
        told = self.cleaned_data
        return [self.recipients[key] for key in (*told.get("tell", ()), *told.get("people", ()))]

    @property
    def day(self) -> date | None:
        """The later day; None for now."""
        on: date | None = self.cleaned_data["on"]
        return on if self.cleaned_data["when"] == LATER else None

    @property
    def opens(self) -> bool:
        """Is somebody chosen among what is folded away, or something to mend there?"""
        return bool(self.errors.get("people") or self["people"].value())

    def say_wait(self) -> None:
        """Enough people were told for now. Nothing that was typed is lost."""
        self.add_error(
            "tell", _("You told several people just now. Please wait an hour before you tell more.")
        )
