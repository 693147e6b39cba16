"""A small act to take up."""

from collections.abc import Mapping
from typing import Final

from django import forms
from django.utils.translation import gettext_lazy as _

from openchair.checkins.words import HABITS
from openchair.kit.words import LineField

OWN: Final = "own"
WORDS_LENGTH: Final = 60


class HabitForm(forms.Form):
    """One of ours, or the person's own words."""

    kind = forms.ChoiceField(
        label=_("What would you like to do again and again?"),
        choices=HABITS,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose one, or use your own words.")),
    )
    words = LineField(label=_("My own words"), max_length=WORDS_LENGTH, required=False)

    def __init__(self, data: Mapping[str, object] | None) -> None:
        super().__init__(data)

    def clean(self) -> None:
        """One's own words are needed where they were chosen, and left out elsewhere."""
        if self.cleaned_data.get("kind") != OWN:
            self.cleaned_data["words"] = ""
        elif not self.cleaned_data.get("words") and "words" not in self.errors:
            self.add_error("words", _("Write a few words, such as: water the plants."))
