"""What the chair changes, whom they ask, and the line with which they close."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import cast
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.gatherings import stepping
from openchair.gatherings.forms.opening import UNREAD_DAY, UNREAD_TIME, at_clock
from openchair.gatherings.models import Gathering, Role
from openchair.gatherings.models.wording import LINE_LENGTH, WORDS_LENGTH
from openchair.gatherings.run_sheet import built
from openchair.gatherings.stepping import OutOfOrder, Standing
from openchair.groups.models import Membership
from openchair.kit.words import WordsField
from openchair.support.pointing import staying_here


class StepForm(forms.Form):
    """The words of a step, and from when it stands. The closing comes with the end."""

    words = WordsField(max_length=WORDS_LENGTH, required=False, label=gettext_lazy("What it says"))
    on = forms.DateField(label=gettext_lazy("It stands from"))
    wall = forms.TimeField(label=gettext_lazy("At"))

    def __init__(
        self, data: Mapping[str, object] | None, *, step: Standing, zone: ZoneInfo, by: Membership
    ) -> None:
        here = step.at.astimezone(zone)
        start = {"words": step.words, "on": here.date(), "wall": here.time().replace(second=0, microsecond=0)}
        super().__init__(data, initial=start)
        self.step, self.zone, self.by = step, zone, by
        self.fields["on"].error_messages |= {"required": _("Say on which date."), "invalid": UNREAD_DAY}
        self.fields["wall"].error_messages |= {
            "required": _("Say at what time, such as 20:00."),
            "invalid": UNREAD_TIME,
        }
        if step.is_closing:
            del self.fields["on"], self.fields["wall"]

    def clean_words(self) -> str:
        """Somebody new brings in no way to reach them; what stood there may stay."""
        return staying_here(self.cleaned_data["words"], by=self.by, before=self.step.words)

    def save(self, gathering: Gathering) -> bool:
        """False when it would stand out of its order, with the reason beside the field."""
        at = self._at
        try:
            stepping.change(gathering=gathering, by=self.by, key=self.step.key, words=self._words, at=at)
        except OutOfOrder:
            self.add_error(
                "on", _("Steps keep their order: choose a time between the one before and the next.")
            )
            return False
        return True

    @property
    def _words(self) -> str | None:
        """None where nothing was typed: what a chair does not read, they do not change with the hour."""
        words = self.cleaned_data["words"] if "words" in self.changed_data else None
        return "" if words == str(built(self.step.key).words) else words

    @property
    def _at(self) -> datetime:
        """To the second as before, when the minute was not changed."""
        if self.step.is_closing or not ({"on", "wall"} & set(self.changed_data)):
            return self.step.at
        return at_clock(self.cleaned_data["on"], self.cleaned_data["wall"], self.zone)


class AskForm(forms.Form):
    """Which member is asked, and for what."""

    part = forms.ChoiceField(choices=Role.Part.choices, label=gettext_lazy("For what?"))
    member = forms.ChoiceField(label=gettext_lazy("Whom would you ask?"))

    def __init__(self, data: Mapping[str, object] | None, *, members: Sequence[Membership]) -> None:
        super().__init__(data)
        self.members = {member.public_id: member for member in members}
        field = cast(forms.ChoiceField, self.fields["member"])
        field.choices = [(member.public_id, member.alias) for member in members]
        for name, trouble in (
            ("member", _("Choose one of these people.")),
            ("part", _("Please choose one of these.")),
        ):
            self.fields[name].error_messages |= dict.fromkeys(("required", "invalid_choice"), trouble)

    @property
    def chosen(self) -> Membership:
        """The member who was picked."""
        return self.members[self.cleaned_data["member"]]


class ClosingForm(forms.Form):
    """A kind line with which the chair closes before the time; `before`: what stands there."""

    line = WordsField(max_length=LINE_LENGTH, required=False, label=gettext_lazy("A kind line to end with"))

    def __init__(self, data: Mapping[str, object] | None, *, by: Membership, before: str = "") -> None:
        super().__init__(data, initial={"line": before})
        self.by, self.before = by, before

    def clean_line(self) -> str:
        """Somebody new brings in no way to reach them."""
        return staying_here(self.cleaned_data["line"], by=self.by, before=self.before)
